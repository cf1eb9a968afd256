"""Leaves that are counted again because the calendar has changed."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from bot.domain.leave.requests.recounts import Became, Recount, Recounted
from bot.domain.leave.requests.request import LeaveState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.recounts import RecountedRecord, RecountRecord

_TAKEN: Final = [LeaveState.PENDING, LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED]
_OPEN: Final = [LeaveState.PENDING, LeaveState.APPROVED, LeaveState.RUNNING]


class RecountTable:
    async def begin(self, first: date, last: date, *, cause: str, why: str, by: Act) -> None:
        row = await RecountRecord.create(cause=cause, why=why, first_day=first, last_day=last, begun_at=by.at)
        await trail.record(by, "leave.recount_begun", f"recount:{row.id}", cause=cause)

    async def current(self) -> Recount | None:
        row = await RecountRecord.filter(finished_at__isnull=True).order_by("id").first()
        return Recount(row.id, row.cause, row.why, row.first_day, row.last_day, row.reached) if row else None

    async def ahead(
        self, recount: Recount, begins: datetime, ends: datetime, *, most: int
    ) -> Sequence[tuple[str, UserId]]:
        rows = LeaveRecord.filter(ends__gt=begins, begins__lt=ends, state__in=_TAKEN, number__gt=recount.reached)
        found = await rows.order_by("number").limit(most).values_list("number", "user")
        return [(str(number), UserId(str(user))) for number, user in found]

    async def note(self, recount: Recount, line: Recounted) -> None:
        await RecountedRecord.create(
            recount_id=recount.id,
            number=line.number,
            user=line.user,
            type=line.type,
            before=line.before,
            after=line.after,
            became=line.became,
        )

    async def lines(self, recount: Recount) -> Sequence[Recounted]:
        rows = await RecountedRecord.filter(recount_id=recount.id).order_by("number")
        return [
            Recounted(
                row.number, UserId(row.user), row.type, Decimal(row.before), Decimal(row.after), Became(row.became)
            )
            for row in rows
        ]

    async def reached(self, recount: Recount, number: str) -> None:
        await RecountRecord.filter(id=recount.id).update(reached=number)

    async def finish(self, recount: Recount, *, by: Act) -> None:
        await RecountRecord.filter(id=recount.id).update(finished_at=by.at)
        await trail.record(by, "leave.recount_finished", f"recount:{recount.id}", cause=recount.cause)

    async def provisional(self) -> Sequence[tuple[date, date]]:
        rows = await LeaveRecord.filter(provisional=True, state__in=_OPEN).values_list("begins", "ends")
        return [(begins.date(), ends.date()) for begins, ends in rows]
