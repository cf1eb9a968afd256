"""Stores messages while PostgreSQL is away, too: on the local disk, from which they go into the inbox once it is back.

Whatever the inbox does not take within `patience`, fails or hangs, is put into the spool, and then acknowledged. As
long as something lies there, everything new goes behind it, so that nobody's messages change places. A row leaves the
spool after the inbox's commit only; the key makes one of what came by both ways, or to several processes. See
docs/decisions/0068-while-postgresql-is-away-messages-lie-on-the-disk.md.
"""

import asyncio
import functools
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Final

import structlog

from bot.intake.spell import Spell
from bot.meters.catalogue import Meters
from bot.shapes.incoming import Incoming
from bot.shapes.queue import NOT_KEPT, SPOOLED, InboxStore, Spool, Spooled, Waiting

log = structlog.get_logger()

PATIENCE: Final = 0.5  # seconds: WeCom's five, and whoever waits for the commit before, leave no more
LOOK: Final = 0.3  # seconds between two tries while the database is away, or two looks what other processes put
MOVED_WITHIN: Final = 5.0  # seconds that one try may take
TIDY_EVERY: Final = 3600.0  # seconds, for what the inbox has refused: nothing else may ever come by again
AT_ONCE: Final = 200  # messages that go into the inbox by one statement

Batch = Sequence[tuple[Incoming, bool]]


class Spooler:
    """`store` stands for the inbox's own. `refused`: the inbox won't have this very message, now or later; `away`: the
    database could not be asked.
    """

    def __init__(
        self,
        rows: InboxStore,
        spool: Spool,
        announce: Callable[[Iterable[Waiting]], None],
        *,
        refused: Callable[[BaseException], bool],
        away: Callable[[BaseException], bool],
        read: Callable[[str], Incoming],
        patience: float = PATIENCE,
        look: float = LOOK,
        tidy_every: float = TIDY_EVERY,
        meters: Meters | None = None,
    ) -> None:
        self._rows = rows
        self._spool = spool
        self._announce = announce
        self._refused = refused
        self._away = away
        self._read = read
        self._patience = patience
        self._look = look
        self._tidy_every = tidy_every
        self._meters = meters or Meters()
        self._spell = Spell()
        self._stuck = ""  # by which error: said too
        self._emptying: asyncio.Task[None] | None = None

    async def store(self, batch: Batch) -> Sequence[int | None]:
        """Ids, SPOOLED for what is on its way there, NOT_KEPT where its sender's share of the disk is used up.

        Raises what the inbox raised, where the spool can't stand in.
        """
        if not self._spool.is_empty():
            return await self._put(batch)
        storing = asyncio.ensure_future(self._rows.store(batch))
        await asyncio.wait([storing], timeout=self._patience)
        if not storing.done():
            storing.add_done_callback(functools.partial(self._tell, batch))  # it may yet get through: the key tells
        elif (error := storing.exception()) is None or self._refused(error):
            return storing.result()
        try:
            return await self._put(batch)
        except ValueError:
            raise
        except Exception as error:
            log.warning("spool.not_written", error=type(error).__name__)
            return await storing

    async def start(self) -> None:
        """What was left by a process that died goes before everything else."""
        with suppress(Exception):
            while not self._spool.is_empty() and await self._move():
                pass
        self._emptying = asyncio.create_task(self._empty(), name="spool")

    async def stop(self) -> None:
        """What lies there stays for the next start."""
        if self._emptying:
            self._emptying.cancel()
            await asyncio.wait([self._emptying])
        if self._spool.is_empty():
            self._spell.end()

    async def _put(self, batch: Batch) -> Sequence[int | None]:
        new = await self._spool.put(batch)
        kept = sum(map(bool, new))
        self._spell.kept(kept)
        self._meters.spooled.add(by=kept)
        self._spell.refused({incoming.sender for (incoming, _), each in zip(batch, new, strict=True) if each is None})
        return [NOT_KEPT if each is None else SPOOLED if each else None for each in new]

    async def _empty(self) -> None:
        """Until it is cancelled."""
        loop = asyncio.get_running_loop()
        tidy_at = loop.time() + self._tidy_every
        while True:
            moved = False
            try:
                moved = not self._spool.is_empty() and await self._move()
                if not moved:
                    self._spell.seen_empty(loop.time())
                if not moved and loop.time() >= tidy_at:
                    tidy_at = loop.time() + self._tidy_every
                    await self._spool.tidy()
            except Exception as error:
                self._note(error)
            if not moved:
                await asyncio.sleep(self._look)

    def _note(self, error: Exception) -> None:
        """Once. That the database is away was said before; that it is full, or the spool is broken, was not."""
        kind = type(error.__cause__ or error).__name__
        if not self._away(error) and kind != self._stuck:
            self._stuck = kind
            log.error("spool.stuck", error=kind)

    async def _move(self) -> bool:
        """The oldest of them into the inbox; False: nothing is left."""
        rows = await self._spool.oldest(AT_ONCE)
        if not rows:
            await self._spool.tidy()
            return False
        try:
            await self._into_inbox(rows)
        except Exception as error:
            if not self._refused(error):
                raise
            rows = [row for row in rows if await self._alone(row)]
        await self._spool.drop([row.id for row in rows])
        self._stuck = ""
        return True

    async def _into_inbox(self, rows: Sequence[Spooled]) -> None:
        """Committed on return. Raises TimeoutError where nobody knows."""
        batch = [(self._read(row.payload), row.urgent) for row in rows]
        storing = asyncio.ensure_future(self._rows.store(batch))
        storing.add_done_callback(functools.partial(self._tell, batch))
        async with asyncio.timeout(MOVED_WITHIN):
            await asyncio.shield(storing)

    async def _alone(self, row: Spooled) -> bool:
        """Whether the inbox took it; else it is out of the way of the others."""
        try:
            await self._into_inbox([row])
        except Exception as error:
            if not self._refused(error):
                raise
            log.error("spool.refused", row=row.id, error=type(error).__name__)
            await self._spool.set_aside(row.id, type(error).__name__)
            return False
        return True

    def _tell(self, batch: Batch, storing: asyncio.Future[Sequence[int | None]]) -> None:
        """Whoever waited for it may have gone: what is in the inbox is worked on all the same."""
        if not storing.cancelled() and storing.exception() is None:
            self._announce(announced(batch, storing.result()))


def announced(batch: Batch, rows: Sequence[int | None]) -> list[Waiting]:
    """Those that are new in the inbox."""
    return [
        Waiting(row, incoming.sender, urgent)
        for (incoming, urgent), row in zip(batch, rows, strict=True)
        if row is not None and row not in (SPOOLED, NOT_KEPT)
    ]
