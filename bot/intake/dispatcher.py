"""Takes stored messages to the router, each inside one transaction with all that it changes and has said.

A handler that others were quicker than begins again at once. One that fails leaves nothing behind: it is tried again
after a pause, and after a few times the message is parked and its sender told a ticket number. So is a message that
stops the whole process time and again: whatever was being worked on when one stopped is worked on alone after that, so
that those that merely were there at the time aren't blamed for long.
"""

import asyncio
import secrets
import time
import traceback
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace

import structlog

from bot.errors import Overtaken
from bot.identifiers import Ticket
from bot.meters.catalogue import Meters
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Text, ToAsker
from bot.shapes.ports import Transact
from bot.shapes.queue import InboxRows, NotYet, OutboxRows, Said, Waiting

log = structlog.get_logger()

Route = Callable[[Incoming], Awaitable[Sequence[Said]]]
Announce = Callable[[Sequence[Waiting]], None]

AGAIN_AT_ONCE = 5  # times that others may be quicker before it counts as a failure
RETRY_AFTER = (0.2, 2.0, 10.0)  # seconds; the person's later messages wait as long
STOPS = 7  # times that a process may stop while a message is worked on: somebody may stop it as often, by bad luck
STOPPED = "a process stopped while this waited or was worked on, or another one took it up"
SORRY = "出了点问题，已记下（编号 {ticket}）。请稍后再试，急事请直接找管理员。"


class Dispatcher:
    """`work` is the intake pump's."""

    def __init__(
        self,
        inbox: InboxRows,
        outbox: OutboxRows,
        transact: Transact,
        route: Route,
        announce: Announce,
        *,
        retry_after: Sequence[float] = RETRY_AFTER,
        meters: Meters | None = None,
    ) -> None:
        self._inbox = inbox
        self._outbox = outbox
        self._transact = transact
        self._route = route
        self._announce = announce
        self._retry_after = retry_after
        self._meters = meters or Meters()
        self._counted: dict[int, int] = {}  # attempts of resumed messages, this one included
        self._alone = {urgent: asyncio.Lock() for urgent in (False, True)}

    async def work(self, row: Waiting) -> float | None:
        """An attempt that is put off was none: it is counted once, however often it is put off."""
        try:
            async with self._alone[row.urgent] if row.attempts else nullcontext():
                again = await self._resume(row) if row.resumed else await self._work(row, 0)
        except NotYet as later:
            return later.wait
        self._counted.pop(row.id, None)
        return again

    async def _resume(self, row: Waiting) -> float | None:
        if row.id not in self._counted:
            self._counted[row.id] = await self._inbox.resume(row.id, STOPPED)
        return await self._work(row, self._counted[row.id])

    async def _work(self, row: Waiting, counted: int) -> float | None:
        """`counted`: how many attempts there were, where this one was counted beforehand."""
        if counted > STOPS:
            self._announce(await self._transact(lambda: self._park(row.id, STOPPED)))
            return None
        try:
            parcels = await self._until_not_overtaken(row)
        except NotYet:
            raise
        except Exception as error:
            log.warning("message.raised", row=row.id, exc_info=error)
            return await self._failed(row.id, f"{type(error).__name__} in {_place(error)}", counted)
        self._meters.handled.add("done")
        self._announce(parcels)
        return None

    async def _until_not_overtaken(self, row: Waiting) -> Sequence[Waiting]:
        """Raises Overtaken where that happens time and again."""
        for _ in range(AGAIN_AT_ONCE):
            with suppress(Overtaken):
                return await self._transact(lambda: self._handle(row))
        return await self._transact(lambda: self._handle(row))

    async def _handle(self, row: Waiting) -> Sequence[Waiting]:
        at = _now_ms()
        incoming = await self._inbox.claim(row.id, at)
        if incoming is None:
            return ()
        said = await self._route(incoming)
        if row.urgent:
            said = [replace(each, urgent=True) for each in said]
        put = self._outbox.put_unsure if incoming.replayed and not row.urgent else self._outbox.put
        return await put(said, cause=incoming.key, at=at)

    async def _failed(self, row: int, why: str, counted: int) -> float | None:
        attempts = counted or await self._inbox.fail(row, why)
        self._meters.handled.add("failed")
        log.warning("message.failed", row=row, attempts=attempts, why=why)
        if attempts > len(self._retry_after):
            self._announce(await self._transact(lambda: self._park(row, why)))
            return None
        pause = self._retry_after[attempts - 1]
        await self._inbox.hold(row, _now_ms() + int(pause * 1000))
        return pause

    async def _park(self, row: int, why: str) -> Sequence[Waiting]:
        ticket = Ticket(secrets.token_hex(3))
        incoming = await self._inbox.park(row, ticket, why)
        self._meters.handled.add("parked")
        log.error("message.parked", row=row, ticket=ticket, why=why)
        if incoming is None:
            return ()
        return await self._outbox.put(
            [Said(ToAsker.of(incoming), Text(SORRY.format(ticket=ticket)))],
            cause=f"parked:{incoming.key}",
            at=_now_ms(),
        )


def _now_ms() -> int:
    """Real time: how long something waited is not the business's time."""
    return int(time.time() * 1000)


def _place(error: Exception) -> str:
    """File and line of the innermost frame that is ours, so not of a library; and nothing private."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename and "/lib/python" not in frame.filename]
    frame = (ours or frames)[-1]
    return f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
