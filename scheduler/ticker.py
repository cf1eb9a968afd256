"""Runs the jobs that are due. Due times and runs are in the database; APScheduler only wakes this up.

A slot is claimed in the transaction that does its work: whatever dies, each slot has its effect once, also where a
clock was set back, or is late in one of several processes. A slot found later than its job's catch-up rule allows is
recorded as missed. Of several processes on one database only the one
with the lease looks, so that what a job asks of the network is asked once.

What was due before the database was restored has its effect; what it says, another life may have said: it is listed as
of unknown outcome, but for cries for help (docs/decisions/0063-after-a-restore-nobody-is-told-twice.md).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

import structlog

from bot.domain.company import Company
from bot.meters.catalogue import Meters
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.job import RESTORED, Job
from bot.shapes.lease import SOLE, Lease
from bot.shapes.outgoing import Address, Content
from bot.shapes.ports import Clock, Sources, Transact
from bot.shapes.queue import OutboxRows, Said, Waiting
from bot.shapes.store import Store

log = structlog.get_logger()

AFTER_A_FAILURE = 30.0  # seconds


class JobRows(Protocol):
    async def due_times(self) -> Mapping[str, datetime]: ...

    async def plan_at_latest(self, due_at: Mapping[str, datetime]) -> None: ...

    async def wishes(self, name: str, by: datetime) -> Sequence[int]: ...

    async def claim(self, name: str, due_at: datetime, following: datetime, wishes: Sequence[int] = ()) -> bool: ...

    async def record(self, name: str, slot: datetime, *, state: str, at: datetime, note: str = "") -> None: ...

    async def has_run(self, name: str, slot: datetime) -> bool: ...

    async def last_wish(self) -> int: ...

    async def carry_on(self, after: int, now: datetime, slot: datetime) -> None:
        """Wishes beyond `after` that are due by now are of that slot."""
        ...


class Ticker:
    """`tick` is cheap when nothing is due: one query.

    `refresh` reads the company anew before a job works with it: what made the job due may have changed the company a
    moment ago, in this process or in another.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        rows: JobRows,
        store: Store,
        outbox: OutboxRows,
        transact: Transact,
        announce: Callable[[Sequence[Waiting]], None],
        clock: Clock,
        company: Callable[[], Company],
        sources: Sources,
        *,
        refresh: Callable[[], Awaitable[object]],
        lease: Lease = SOLE,
        meters: Meters | None = None,
    ) -> None:
        self._refresh = refresh
        self._jobs = {job.name: job for job in jobs}
        self._rows = rows
        self._store = store
        self._outbox = outbox
        self._transact = transact
        self._announce = announce
        self._clock = clock
        self._company = company
        self._sources = sources
        self._lease = lease
        self._meters = meters or Meters()
        self._restored: datetime | None = None
        self._resting: dict[str, float] = {}  # job -> until when, after a failure, on the loop's clock
        self._lock = asyncio.Lock()

    async def plan(self) -> None:
        """At start: enter what is new. No job waits longer than for its next slot, even if a wrong clock put it off."""
        now = self._clock.now()
        await self._rows.plan_at_latest({name: job.schedule.next_after(now) for name, job in self._jobs.items()})

    async def next_due(self) -> datetime | None:
        """None where another process runs the jobs. A job at rest after a failure waits for the real clock."""
        if not self._lease.held():
            return None
        return min((at for name, at in (await self._rows.due_times()).items() if self._is_ready(name)), default=None)

    async def tick(self) -> None:
        async with self._lock:
            while self._lease.held() and (due := await self._due()):
                await self._run(*due[0])

    async def _due(self) -> list[tuple[Job, datetime]]:
        """What may run now, the longest due first."""
        now = self._clock.now()
        due_times = await self._rows.due_times()
        self._restored = due_times.get(RESTORED)
        due = [
            (self._jobs[name], at.astimezone(now.tzinfo))
            for name, at in due_times.items()
            if at <= now and self._is_ready(name)
        ]
        return sorted(due, key=lambda each: each[1])

    def _is_ready(self, name: str) -> bool:
        return name in self._jobs and self._resting.get(name, 0.0) <= asyncio.get_running_loop().time()

    async def _run(self, job: Job, slot: datetime) -> None:
        try:
            wishes = await self._rows.wishes(job.name, slot)  # before all that the job works with
            if self._clock.now().timestamp() - slot.timestamp() > job.catch_up.total_seconds():
                await self._transact(lambda: self._miss(job, slot, wishes))
            else:
                await self._refresh()
                found = await job.fetch(self._sources, self._store)
                self._announce(await self._transact(lambda: self._do(job, slot, found, wishes)))
        except Exception:
            self._meters.jobs.add(job.name, "failed")
            log.exception("job.failed", job=job.name, slot=slot.isoformat())
            self._resting[job.name] = asyncio.get_running_loop().time() + AFTER_A_FAILURE

    async def _do(self, job: Job, slot: datetime, found: Any, wishes: Sequence[int]) -> Sequence[Waiting]:
        now = self._clock.now()
        if not await self._rows.claim(job.name, slot, job.schedule.next_after(slot), wishes):
            return ()
        if not wishes and await self._rows.has_run(job.name, slot):  # a clock that was late planned it again
            return ()
        said: list[Said] = []
        unsure = self._restored is not None and slot <= self._restored and not job.cries
        last_wish = await self._rows.last_wish() if unsure else 0
        await job.run(self._context(job, slot, now, said), found)
        await self._rows.record(job.name, slot, state="ran", at=now)
        self._meters.jobs.add(job.name, "ran")
        if unsure:
            await self._rows.carry_on(last_wish, now, slot)
        put = self._outbox.put_unsure if unsure else self._outbox.put
        return await put(said, cause=_cause(job, slot), at=int(now.timestamp() * 1000))

    async def _miss(self, job: Job, slot: datetime, wishes: Sequence[int]) -> Sequence[Waiting]:
        if not await self._rows.claim(job.name, slot, job.schedule.next_after(slot), wishes):
            return ()
        if wishes or not await self._rows.has_run(job.name, slot):
            self._meters.jobs.add(job.name, "missed")
            log.error("job.missed", job=job.name, slot=slot.isoformat())
            await self._rows.record(job.name, slot, state="missed", at=self._clock.now())
        return ()

    def _context(self, job: Job, slot: datetime, now: datetime, said: list[Said]) -> JobContext:
        def tell(address: Address, content: Content) -> None:
            said.append(Said(address, content))

        act = Act(f"job:{job.name}", job.name, "定时任务", _cause(job, slot), now)
        return JobContext(slot, now, self._company(), self._store, act, tell)


def _cause(job: Job, slot: datetime) -> str:
    return f"job:{job.name}:{slot.isoformat()}"
