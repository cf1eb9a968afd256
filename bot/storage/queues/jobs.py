"""When each job falls due, and what became of each slot.

A job falls due at its planned time, or earlier where something wishes it. A wish is a row of its own, and nobody waits
to write one: else whoever holds a group and wishes for the job that works on groups would wait for the row of that job,
and the job, which holds its row, for the group.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from tortoise.functions import Min

from bot.storage.models.operating import JobRecord, JobRun, JobWish

AT_ONCE: Final = 500  # wishes that one run takes away


class JobTable:
    async def due_times(self) -> dict[str, datetime]:
        wished = await JobWish.annotate(first=Min("due_at")).group_by("name").values_list("name", "first")
        planned = dict(await JobRecord.all().values_list("name", "due_at"))
        return planned | {name: min(first, planned[name]) for name, first in wished if name in planned}

    async def plan(self, name: str, due_at: datetime) -> None:
        """Enter a job that is new; one that is there keeps its planned time."""
        await JobRecord.get_or_create({"due_at": due_at}, name=name)

    async def plan_at_latest(self, due_at: Mapping[str, datetime]) -> None:
        """Enter jobs that are new; of those that are there, none waits longer than this."""
        planned = {row.name: row.due_at for row in await JobRecord.all()}
        new = [JobRecord(name=name, due_at=at) for name, at in due_at.items() if name not in planned]
        await JobRecord.bulk_create(new, ignore_conflicts=True)
        for name in (each for each in due_at if each in planned and planned[each] > due_at[each]):
            await JobRecord.filter(name=name, due_at__gt=due_at[name]).update(due_at=due_at[name])

    async def hasten(self, name: str, due_at: datetime) -> None:
        """Let a job fall due earlier than planned. A wish that is later than that costs a run, no more."""
        await JobWish.create(name=name, due_at=due_at)

    async def last_wish(self) -> int:
        row = await JobWish.all().order_by("-id").first()
        return row.id if row else 0

    async def carry_on(self, after: int, now: datetime, slot: datetime) -> None:
        await JobWish.filter(id__gt=after, due_at__lte=now, due_at__gt=slot).update(due_at=slot)

    async def wishes(self, name: str, by: datetime) -> Sequence[int]:
        """The numbers of those that are due by then, or as many of them as one run takes away."""
        rows = (
            await JobWish.filter(name=name, due_at__lte=by).order_by("id").limit(AT_ONCE).values_list("id", flat=True)
        )
        return [int(str(number)) for number in rows]

    async def claim(self, name: str, due_at: datetime, following: datetime, wishes: Sequence[int] = ()) -> bool:
        """Take the planned time, if it is this one, and these wishes; False: somebody else did, and runs it.

        `wishes` were read before what the job works with: for any that is written after that it runs once more.
        """
        moved_on = await JobRecord.filter(name=name, due_at=due_at).update(due_at=following)
        wished = await JobWish.filter(id__in=list(wishes)).delete() if wishes else 0
        return bool(moved_on or wished)

    async def has_run(self, name: str, slot: datetime) -> bool:
        return await JobRun.exists(job=name, slot=slot, state="ran")

    async def record(self, name: str, slot: datetime, *, state: str, at: datetime, note: str = "") -> None:
        """What became of it last: one that was missed by a clock that ran ahead may still run."""
        await JobRun.update_or_create({"state": state, "at": at, "note": note}, job=name, slot=slot)
