"""One socket's worth of questions and answers: frames go out, acks come back by req_id (D-101463)."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from aiohttp import ClientError

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.aibot.frames import Body, Frame, new_req_id, render
from bot.wecom.api.errcodes import outcome_of

LOST: Final = Outcome(Verdict.UNKNOWN, why="the connection broke before the ack")
SILENT: Final = Outcome(Verdict.UNKNOWN, why="no ack in time")


class Socket(Protocol):
    async def send_str(self, data: str) -> None: ...


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Wire:
    """Frames to one req_id go one after the other, each after the ack of the one before; others side by side.

    `lost`: the socket is gone, nothing passes any more.
    """

    def __init__(self, socket: Socket, *, ack_time: float) -> None:
        self._socket = socket
        self._ack_time = ack_time
        self._expected: dict[str, deque[asyncio.Future[Outcome]]] = {}
        self._turns: dict[str, _Turn] = {}
        self.lost = False

    async def exchange(self, cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome:
        """Send a frame and wait for what becomes of it; never longer than the ack time once it is its turn."""
        req_id = req_id or new_req_id(cmd)
        async with self._turn(req_id):
            if self.lost:
                return Outcome(Verdict.RETRY, why="the connection broke before the frame was sent", wait=1.0)
            acked = self._expect(req_id)
            try:
                async with asyncio.timeout(self._ack_time):
                    await self._socket.send_str(render(cmd, req_id, body))
                    return await acked
            except TimeoutError:
                return SILENT
            except (ClientError, OSError):
                return LOST

    def acknowledge(self, frame: Frame) -> None:
        """Acks of one req_id come in the order of their frames. One that came too late for its frame is used up here,
        so that it is never taken for the ack of the next."""
        waiting = self._expected.get(frame.req_id)
        if not waiting:
            return
        acked = waiting.popleft()
        if not waiting:
            del self._expected[frame.req_id]
        if not acked.done():
            told = {name: str(value) for name, value in frame.body.items()}
            acked.set_result(replace(outcome_of(frame.errcode, frame.errmsg), receipt=told))

    def lose(self) -> None:
        """The socket is gone: nobody will answer any more."""
        self.lost = True
        for waiting in self._expected.values():
            for acked in waiting:
                if not acked.done():
                    acked.set_result(LOST)
        self._expected.clear()

    def _expect(self, req_id: str) -> asyncio.Future[Outcome]:
        acked: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._expected.setdefault(req_id, deque()).append(acked)
        return acked

    @asynccontextmanager
    async def _turn(self, req_id: str) -> AsyncIterator[None]:
        turn = self._turns.setdefault(req_id, _Turn())
        turn.users += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.users -= 1
            if not turn.users:
                del self._turns[req_id]
