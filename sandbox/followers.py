"""Programs that live by the sandbox's clock, over `/sandbox/clock/follow`.

sandbox  -> follower  {"id": n, "now": ISO}              at connection, when the clock moved, when a report is wanted
follower -> sandbox   {"id": n, "settled": true, "due": ISO?}  once all that was due at that now has happened
"""

import asyncio
import json
import logging
from datetime import datetime

from aiohttp import WSMsgType, web

log = logging.getLogger(__name__)


class Follower:
    """One connection."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self._socket = socket
        self._last = 0
        self._waiting: dict[int, asyncio.Future[datetime | None]] = {}

    async def tell(self, now: datetime) -> None:
        """What time it is, without waiting for the report."""
        self._last += 1
        await self._socket.send_json({"id": self._last, "now": now.isoformat()})

    async def ask(self, now: datetime, patience: float) -> datetime | None:
        """When its next thing falls due, once it has settled at `now`. TimeoutError; ConnectionError when it left."""
        self._last += 1
        number = self._last
        answer: asyncio.Future[datetime | None] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            await self._socket.send_json({"id": number, "now": now.isoformat()})
            async with asyncio.timeout(patience):
                return await answer
        finally:
            self._waiting.pop(number, None)

    async def listen(self) -> None:
        """Take reports in until the connection ends."""
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self._take(message.data)
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(ConnectionResetError("the follower left"))

    def _take(self, text: str) -> None:
        try:
            report = json.loads(text)
            number, settled = report["id"], report["settled"]
            due = datetime.fromisoformat(report["due"]) if report.get("due") else None
        except (ValueError, TypeError, KeyError):
            log.warning("a follower's report that cannot be read was ignored")
            return
        answer = self._waiting.get(number)
        if settled and answer is not None and not answer.done():
            answer.set_result(due if due is None or due.tzinfo else None)


class Followers:
    """All of them."""

    def __init__(self) -> None:
        self._all: list[Follower] = []

    @property
    def count(self) -> int:
        return len(self._all)

    def add(self, follower: Follower) -> None:
        self._all.append(follower)

    def remove(self, follower: Follower) -> None:
        self._all.remove(follower)

    async def settle(self, now: datetime, patience: float, silent: set[Follower]) -> list[datetime]:
        """Ask everybody but the silent at once: the dues they name. Who does not answer in time becomes silent."""
        asked = [follower for follower in self._all if follower not in silent]
        answers = await asyncio.gather(*(follower.ask(now, patience) for follower in asked), return_exceptions=True)
        silent.update(
            follower for follower, answer in zip(asked, answers, strict=True) if isinstance(answer, TimeoutError)
        )
        return [answer for answer in answers if isinstance(answer, datetime)]
