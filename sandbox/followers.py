"""Programs that live by the sandbox's clock, over `/sandbox/clock/follow`.

sandbox  -> follower  {"id": n, "now": ISO}                      when it connects, when the clock moved, when a report is wanted
follower -> sandbox   {"id": n, "settled": true, "due": ISO?}    once all that was due at that now has happened
"""

import asyncio
import json
from datetime import datetime

from aiohttp import WSMsgType, web


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
            return await asyncio.wait_for(answer, patience)
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
        report = json.loads(text)
        answer = self._waiting.get(report.get("id"))
        if answer is None or answer.done() or not report.get("settled"):
            return
        due = report.get("due")
        answer.set_result(datetime.fromisoformat(due) if due else None)


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

    async def settle(self, now: datetime, patience: float) -> tuple[list[datetime], int]:
        """Ask everybody at once: the dues they name, and how many did not answer in time."""
        asked = [follower.ask(now, patience) for follower in self._all]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        dues = [answer for answer in answers if isinstance(answer, datetime)]
        return dues, sum(isinstance(answer, TimeoutError) for answer in answers)
