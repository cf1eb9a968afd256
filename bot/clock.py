"""The company's clock: the system's, or the sandbox's when that one travels in time."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import aiohttp
import structlog

log = structlog.get_logger()

Settle = Callable[[], Awaitable[datetime | None]]
"""Waits until all that is due has happened; when the next thing falls due."""


async def _nothing_due() -> None:
    return None


class SystemClock:
    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(self._zone)


class SandboxClock:
    """Follows the sandbox's clock over `/sandbox/clock/follow`, and tells it when this side has settled."""

    def __init__(self, zone: ZoneInfo, session: aiohttp.ClientSession, base: str) -> None:
        self._zone = zone
        self._session = session
        self._url = f"{base}/sandbox/clock/follow"
        self._base = datetime.now(zone)
        self._since = time.monotonic()
        self._known = asyncio.Event()
        self.settle: Settle = _nothing_due

    def now(self) -> datetime:
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    async def known(self, *, within: float) -> None:
        """Wait until the sandbox has told the time."""
        async with asyncio.timeout(within):
            await self._known.wait()

    async def follow(self) -> None:
        """For ever; connects again when the sandbox was restarted."""
        while True:
            try:
                await self._follow_once()
            except (aiohttp.ClientError, TimeoutError) as error:
                log.info("clock.lost", error=type(error).__name__)
            await asyncio.sleep(0.3)

    async def _follow_once(self) -> None:
        async with self._session.ws_connect(self._url, heartbeat=20) as socket:
            async for message in socket:
                if message.type is not aiohttp.WSMsgType.TEXT:
                    continue
                told = message.json()
                self._set(datetime.fromisoformat(told["now"]))
                due = await self.settle()
                await socket.send_json({"id": told["id"], "settled": True, "due": due.isoformat() if due else None})

    def _set(self, now: datetime) -> None:
        self._base, self._since = now.astimezone(self._zone), time.monotonic()
        self._known.set()
