"""Overtime that people asked to have recognised."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal

from bot.domain.leave.ledgers.overtime import Overtime, OvertimeState, Pay
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.leave_papers import OvertimeRecord


class OvertimeTable:
    async def add(self, overtime: Overtime, *, by: Act) -> None:
        await OvertimeRecord.create(
            number=overtime.number,
            user=overtime.user,
            day=overtime.day,
            begins=overtime.begins,
            ends=overtime.ends,
            hours=overtime.hours,
            pay=overtime.pay,
            state=overtime.state,
        )
        await trail.record(by, "overtime.asked", _subject(overtime), pay=overtime.pay.name)

    async def get(self, number: str, now: datetime) -> Overtime | None:
        row = await OvertimeRecord.get_or_none(number=number)
        return _overtime(row, now.tzinfo) if row else None

    async def of(self, user: UserId, first: date, last: date, now: datetime) -> Sequence[Overtime]:
        rows = await OvertimeRecord.filter(user=user, day__gte=first, day__lte=last).order_by("day", "number")
        return [_overtime(row, now.tzinfo) for row in rows]

    async def between(self, first: date, last: date, now: datetime) -> Sequence[Overtime]:
        rows = await OvertimeRecord.filter(day__gte=first, day__lte=last).order_by("user", "day", "number")
        return [_overtime(row, now.tzinfo) for row in rows]

    async def change(self, overtime: Overtime, state: OvertimeState, due_at: datetime | None, *, by: Act) -> bool:
        unchanged = OvertimeRecord.filter(number=overtime.number, state=overtime.state)
        if not await unchanged.update(state=state, due_at=due_at, pay=overtime.pay):
            return False
        await trail.record(by, f"overtime.{state.name.lower()}", _subject(overtime))
        return True

    async def due(self, now: datetime) -> Sequence[Overtime]:
        rows = await OvertimeRecord.filter(due_at__lte=now).order_by("due_at", "number")
        return [_overtime(row, now.tzinfo) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await OvertimeRecord.filter(due_at__isnull=False).order_by("due_at").first()
        return row.due_at if row else None


def _overtime(row: OvertimeRecord, zone: tzinfo | None) -> Overtime:
    return Overtime(
        number=row.number,
        user=UserId(row.user),
        day=row.day,
        hours=Decimal(row.hours),
        pay=Pay(row.pay),
        begins=row.begins.astimezone(zone) if row.begins else None,
        ends=row.ends.astimezone(zone) if row.ends else None,
        state=OvertimeState(row.state),
    )


def _subject(overtime: Overtime) -> str:
    return f"overtime:{overtime.number}"
