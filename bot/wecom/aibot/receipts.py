"""The visible receipt: when an answer takes long, a first stream frame says that the message arrived (D-101463).

It goes out only after the message was stored, only while somebody still works on it, and the answer then replaces it.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

import structlog

from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.aibot.frames import RESPOND, Body

WORDS: Final = "收到，正在办…"
AFTER: Final = 2.0  # seconds
MOST_OPEN: Final = 10_000

log = structlog.get_logger(__name__)


class Say(Protocol):
    async def __call__(self, cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome: ...


@dataclass(slots=True)
class Opened:
    """A bubble that waits for its answer; the first parcel that answers takes it."""

    stream_id: str
    parcel: int | None = None

    def take(self, parcel: int) -> bool:
        if self.parcel is None:
            self.parcel = parcel
        return self.parcel == parcel


@dataclass(slots=True)
class _Watch:
    task: asyncio.Task[None]
    sending: bool = False


class Receipts:
    """`still_working` tells by a message's key whether an answer may yet come: silence needs no receipt."""

    def __init__(self, say: Say, still_working: Callable[[str], Awaitable[bool]], *, after: float = AFTER) -> None:
        self._say = say
        self._still_working = still_working
        self._after = after
        self._watched: dict[str, _Watch] = {}
        self._opened: dict[str, Opened] = {}

    def watch(self, key: str, req_id: str) -> None:
        """From now on the clock runs."""
        task = asyncio.create_task(self._run(key, req_id), name="wecom receipt")
        self._watched[req_id] = _Watch(task)
        task.add_done_callback(lambda _: self._watched.pop(req_id, None))

    async def settle(self, req_id: str) -> Opened | None:
        """An answer is at hand: no receipt any more, unless there is one already; then this is its bubble."""
        watch = self._watched.get(req_id)
        if watch:
            if not watch.sending:
                watch.task.cancel()
            await asyncio.wait([watch.task])
        return self._opened.get(req_id)

    async def stop(self) -> None:
        tasks = [watch.task for watch in self._watched.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, key: str, req_id: str) -> None:
        await asyncio.sleep(self._after)
        try:
            if await self._still_working(key):
                self._watched[req_id].sending = True
                await self._open(req_id)
        except Exception:
            log.exception("no receipt", key=key)

    async def _open(self, req_id: str) -> None:
        stream_id = stream_id_of(req_id, "receipt")
        outcome = await self._say(RESPOND, stream(stream_id, WORDS, finish=False), req_id=req_id)
        if outcome.verdict in (Verdict.DONE, Verdict.UNKNOWN):
            self._opened[req_id] = Opened(stream_id)
        if len(self._opened) > MOST_OPEN:
            del self._opened[next(iter(self._opened))]


def stream(stream_id: str, content: str, *, finish: bool) -> Body:
    """A frame's body: the whole text so far, which replaces what the bubble showed."""
    return {"msgtype": "stream", "stream": {"id": stream_id, "finish": finish, "content": content}}


def stream_id_of(req_id: str, what: object) -> str:
    """The same for the same bubble, also after a restart."""
    return hashlib.blake2b(f"{what}|{req_id}".encode(), digest_size=16).hexdigest()
