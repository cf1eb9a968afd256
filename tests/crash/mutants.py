"""Parts with one mistake each, of the kind that passes every test in which nothing goes wrong."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.delivery.post import Post
from bot.intake.dispatcher import Dispatcher
from bot.intake.inbox import Inbox
from bot.queueing.pump import Pump
from bot.shapes.incoming import Incoming
from bot.shapes.job import Job
from bot.shapes.queue import Claim, NotYet, OutboxRow, Said, Settlement, Waiting
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.times import to_ms
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from scheduler.ticker import Ticker
from tests.crash.composition import Parts


class AcknowledgesFirst(Inbox):
    async def take(self, incoming: Incoming) -> bool:
        self._storing = asyncio.create_task(super().take(incoming))
        return True


class HasNoUniqueKey(InboxTable):
    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        stored = await super().store(batch)
        return [row or await self._again(incoming) for row, (incoming, _) in zip(stored, batch, strict=True)]

    async def _again(self, incoming: Incoming) -> int:
        rows = await self._database.fetch(
            "INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts)"
            " VALUES (?1 || '#' || (SELECT count(*) FROM inbox), ?2, 0, ?3, ?4, 'waiting', 0, 0) RETURNING id",
            incoming.key,
            incoming.sender,
            to_ms(incoming.at),
            codec.dump(incoming),
        )
        return int(rows[0]["id"])


class KnowsOnlyWhatItStoredItself(HasNoUniqueKey):
    """And forgets that when it dies; no other process knew it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._keys: set[str] = set()

    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        new = [each for each in batch if each[0].key not in self._keys]
        self._keys.update(incoming.key for incoming, _ in new)
        rows = dict(zip([incoming.key for incoming, _ in new], await super().store(new), strict=True))
        return [rows.pop(incoming.key, None) for incoming, _ in batch]


class MarksDoneBeforeItSends(OutboxTable):
    async def claim(self, batch: Sequence[Claim]) -> Sequence[bool | NotYet | None]:
        claimed = await super().claim(batch)
        for each in batch:
            await self._database.execute("UPDATE outbox SET state = 'done' WHERE id = ?1", each.id)
        return claimed


class CallsUnknownDone(OutboxTable):
    async def settle(self, batch: Sequence[Settlement]) -> Sequence[Sequence[Waiting]]:
        return await super().settle(
            [replace(each, state="done") if each.state == "unknown" else each for each in batch]
        )


class SendsAgainBlindly(Post):
    async def _resolve(self, row: OutboxRow) -> OutboxRow | None:
        if row.state == "sending":
            await self._rows.settle([Settlement(row.id, "waiting", self._now_ms(), step=row.step)])
        return replace(row, state="waiting", doubtful_since=None)


class KeepsNoOrder(Pump):
    def add(self, rows: Iterable[Waiting]) -> None:
        super().add([replace(row, lane=str(row.id)) for row in rows])


class StoresAnswersAfterwards(Dispatcher):
    async def work(self, row: Waiting) -> float | None:
        said: list[tuple[str, Sequence[Said]]] = []

        async def handle() -> Sequence[Waiting]:
            incoming = await self._inbox.claim(row.id, 0)
            if incoming:
                said.append((incoming.key, await self._route(incoming)))
            return ()

        try:
            await self._transact(handle)
        except RuntimeError as error:
            return await self._failed(row.id, str(error), 0)
        for key, words in said:
            self._announce(await self._transact(lambda: self._outbox.put(words, cause=key, at=0)))  # noqa: B023
        return None


class HandlesOutsideTheTransaction(Dispatcher):
    async def work(self, row: Waiting) -> float | None:
        taken: list[Incoming] = []

        async def claim() -> Sequence[Waiting]:
            incoming = await self._inbox.claim(row.id, 0)
            taken.extend([incoming] if incoming else [])
            return ()

        await self._transact(claim)
        for incoming in taken:
            said = await self._route(incoming)
            self._announce(await self._transact(lambda: self._outbox.put(said, cause=incoming.key, at=0)))  # noqa: B023
        return None


class MovesTheSlotOnAfterwards(Ticker):
    async def _do(self, job: Job, slot: datetime, found: Any, wishes: Sequence[int]) -> Sequence[Waiting]:
        said: list[Said] = []
        now = self._clock.now()
        await job.run(self._context(job, slot, now, said), found)
        await self._rows.record(job.name, slot, state="ran", at=now)
        cause = f"job:{job.name}:{slot.isoformat()}"
        return await self._outbox.put(said, cause=cause, at=to_ms(now))

    async def _run(self, job: Job, slot: datetime) -> None:
        wishes = await self._rows.wishes(job.name, slot)
        self._announce(await self._transact(lambda: self._do(job, slot, None, wishes)))
        await self._rows.claim(job.name, slot, job.schedule.next_after(slot), wishes)


MUTANTS = {
    "acknowledges before it has stored": Parts(inbox=AcknowledgesFirst),
    "has no unique key": Parts(inbox_table=HasNoUniqueKey),
    "knows only what it stored itself": Parts(inbox_table=KnowsOnlyWhatItStoredItself),
    "marks done before it sends": Parts(outbox_table=MarksDoneBeforeItSends),
    "calls unknown done": Parts(outbox_table=CallsUnknownDone),
    "sends again blindly": Parts(post=SendsAgainBlindly),
    "keeps no order": Parts(pump=KeepsNoOrder),
    "stores answers after the commit": Parts(dispatcher=StoresAnswersAfterwards),
    "handles outside of the transaction": Parts(dispatcher=HandlesOutsideTheTransaction),
    "moves the slot on after the work": Parts(ticker=MovesTheSlotOnAfterwards),
}
# by seeds, of which each costs a twentieth of a second: test_seeds.py
SOON_NOTICED = (
    "acknowledges before it has stored",
    "has no unique key",
    "knows only what it stored itself",
    "marks done before it sends",
    "keeps no order",
    "stores answers after the commit",
    "handles outside of the transaction",
    "moves the slot on after the work",
)
