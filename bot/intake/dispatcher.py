"""Takes stored messages to the router, each inside one transaction with all that it changes and has said.

A handler that fails leaves nothing behind: it is tried again after a pause, and after a few times the message is
parked and its sender told a ticket number.
"""

import secrets
import time
from collections.abc import Awaitable, Callable, Sequence

import structlog

from bot.errors import Defect
from bot.identifiers import Ticket
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Text, ToAsker
from bot.shapes.queue import InboxRows, OutboxRows, Said, Waiting

log = structlog.get_logger()

Route = Callable[[Incoming], Awaitable[Sequence[Said]]]
Transact = Callable[[Callable[[], Awaitable[Sequence[Waiting]]]], Awaitable[Sequence[Waiting]]]
Announce = Callable[[Sequence[Waiting]], None]

RETRY_AFTER = (0.2, 2.0, 10.0)  # seconds; the person's later messages wait as long
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
    ) -> None:
        self._inbox = inbox
        self._outbox = outbox
        self._transact = transact
        self._route = route
        self._announce = announce
        self._retry_after = retry_after

    async def work(self, row: Waiting) -> float | None:
        try:
            parcels = await self._transact(lambda: self._handle(row.id))
        except Exception as error:
            return await self._failed(row.id, error)
        self._announce(parcels)
        return None

    async def _handle(self, row: int) -> Sequence[Waiting]:
        at = _now_ms()
        incoming = await self._inbox.claim(row, at)
        if incoming is None:
            return ()
        said = await self._route(incoming)
        return await self._outbox.put(said, cause=incoming.key, at=at)

    async def _failed(self, row: int, error: Exception) -> float | None:
        why = f"{type(error).__name__} in {_place(error)}"
        attempts = await self._inbox.fail(row, _now_ms(), why)
        log.warning("message.failed", row=row, attempts=attempts, why=why)
        if attempts <= len(self._retry_after):
            return self._retry_after[attempts - 1]
        self._announce(await self._transact(lambda: self._park(row, why)))
        return None

    async def _park(self, row: int, why: str) -> Sequence[Waiting]:
        ticket = Ticket(secrets.token_hex(3))
        incoming = await self._inbox.park(row, ticket, why)
        if incoming is None:
            raise Defect(f"row {row} of the inbox is gone")
        log.error("message.parked", row=row, ticket=ticket, why=why)
        asker = ToAsker(incoming.via, incoming.sender, incoming.chat, incoming.handle)
        return await self._outbox.put(
            [Said(asker, Text(SORRY.format(ticket=ticket)))], cause=f"parked:{incoming.key}", at=_now_ms()
        )


def _now_ms() -> int:
    """Real time: how long something waited is not the business's time."""
    return int(time.time() * 1000)


def _place(error: Exception) -> str:
    """File and line where it was raised: enough to find it, and nothing private."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
