"""Jobs where processes share a database: a slot has its effect once, and whoever lost the lease begins nothing."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from bot.files.company import load
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, Job
from bot.shapes.lease import SOLE, Lease
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import Sources
from bot.shapes.queue import Waiting
from bot.storage.engine.database import Database
from bot.storage.models.operating import JobRecord
from bot.storage.queues.jobs import JobTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.store import Records
from scheduler.ticker import Ticker
from tests.chat import SAMPLE_COMPANY, StoppedClock
from tests.wecom.leases import Given

FILE = load(SAMPLE_COMPANY)
DUE = FILE.now.replace(hour=8, minute=0) + timedelta(days=1)


async def morning(ctx: JobContext, _: Any) -> None:
    await asyncio.sleep(0.01)  # the other one is at it meanwhile
    ctx.tell(ToPerson(FILE.company.people[0].user_id), Text(f"{ctx.slot:%m-%d %H:%M}"))


def job(name: str = "morning", run: Any = morning, **options: Any) -> Job:
    return Job(name, Daily(time(8, 0)), run, catch_up=timedelta(hours=2), **options)


async def _nothing_new() -> None:
    """The company stays as it is."""


class Process:
    """One that believes that it has the lease, unless told otherwise."""

    def __init__(self, database: Database, *jobs: Job, lease: Lease = SOLE, rows: JobTable | None = None) -> None:
        self.clock = StoppedClock(FILE.now)
        self.announced: list[Waiting] = []
        records = Records()
        self.ticker = Ticker(
            jobs,
            rows or records.jobs,
            records,
            OutboxTable(database),
            database.transact,
            self._announce,
            self.clock,
            lambda: FILE.company,
            Sources(),
            refresh=_nothing_new,
            lease=lease,
        )

    def _announce(self, rows: Sequence[Waiting]) -> None:
        self.announced += rows


async def effects_of_two(database: Database, rows: JobTable | None = None) -> tuple[int, int]:
    """How often what is due was said, and how many were told of it."""
    together = asyncio.Barrier(2)

    async def fetch(*_: object) -> None:
        await together.wait()

    pair = [Process(database, job(fetch=fetch), rows=rows) for _ in range(2)]
    for process in pair:
        await process.ticker.plan()
        process.clock.time = DUE
    await asyncio.gather(*(process.ticker.tick() for process in pair))
    said = await database.fetch("SELECT id FROM outbox")
    return len(said), sum(len(process.announced) for process in pair)


async def test_two_that_both_believe_to_have_the_lease_have_one_effect(database: Database) -> None:
    assert await effects_of_two(database) == (1, 1)
    assert await database.fetch("SELECT state FROM job_run") == [{"state": "ran"}]


async def test_of_two_whose_clocks_differ_the_late_one_repeats_nothing(database: Database) -> None:
    """Each a minute and a half off: one is early, the other late, also with planning what it believes to be ahead."""
    early, late = Process(database, job()), Process(database, job())
    await early.ticker.plan()
    early.clock.time = DUE
    await early.ticker.tick()
    for true in (DUE - timedelta(seconds=90), DUE, DUE + timedelta(seconds=90)):
        late.clock.time = true - timedelta(seconds=90)
        await late.ticker.plan()  # it was started anew
        await late.ticker.tick()
    assert (len(early.announced), len(late.announced)) == (1, 0)
    late.clock.time = DUE + timedelta(days=1)
    await late.ticker.tick()
    assert len(late.announced) == 1


async def test_without_the_fence_of_the_slot_that_would_be_noticed(database: Database) -> None:
    class Unfenced(JobTable):
        async def claim(self, name: str, due_at: datetime, following: datetime, wishes: Sequence[int] = ()) -> bool:
            return bool(await JobRecord.filter(name=name).update(due_at=following))

        async def has_run(self, name: str, slot: datetime) -> bool:
            return False

    assert await effects_of_two(database, Unfenced()) == (2, 2)


async def test_lost_in_the_midst_of_a_job_it_ends_that_and_begins_no_other(database: Database) -> None:
    lease = Given(held=True)

    async def losing(ctx: JobContext, _: Any) -> None:
        lease.take()
        await morning(ctx, _)

    process = Process(database, job("first", losing), job("second"), lease=lease)
    await process.ticker.plan()
    process.clock.time = DUE
    await process.ticker.tick()
    assert len(process.announced) == 1
    assert await process.ticker.next_due() is None

    successor = Process(database, job("first"), job("second"))
    successor.clock.time = DUE
    await successor.ticker.tick()
    assert len(successor.announced) == 1  # the second one; the first has had its effect
    lease.give()
    await process.ticker.tick()
    assert len(process.announced) == 1
    assert await process.ticker.next_due() == DUE + timedelta(days=1)
