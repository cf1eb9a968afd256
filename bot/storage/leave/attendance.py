"""Work away from the company, and punches that are put right. Reasons are written and never read back with them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Final

import msgspec

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import PunchFix
from bot.domain.attendance.trips import Away, AwayWhen, Trip
from bot.domain.calendar.span import Span, TimeSpan
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.attendance import MissedPunchRecord, PunchFixRecord, TripRecord

_SHAPES: Final[Mapping[str, type[AwayWhen]]] = {"Span": Span, "TimeSpan": TimeSpan}
_STANDING: Final = [state for state in Filed if state.stands]


class TripTable:
    async def hold(self, user: UserId) -> None:
        await locks.hold(TripRecord, f"trip:{user}")

    async def add(self, trip: Trip, reason: str, *, by: Act) -> None:
        await TripRecord.create(
            number=trip.number,
            user=trip.user,
            kind=trip.kind,
            place=trip.place,
            shape=type(trip.when).__name__,
            period=msgspec.json.encode(trip.when).decode(),
            begins=trip.begins,
            ends=trip.ends,
            submitted_at=trip.submitted_at,
            state=trip.state,
            version=trip.version,
            reason=reason,
        )
        await trail.record(by, "trip.asked", f"trip:{trip.number}", kind=trip.kind.name)

    async def get(self, number: str, now: datetime) -> Trip | None:
        row = await TripRecord.get_or_none(number=number)
        return _trip(row, now.tzinfo) if row else None

    async def move(self, trip: Trip, state: Filed, *, by: Act) -> bool:
        seen = TripRecord.filter(number=trip.number, version=trip.version)
        if not await seen.update(state=state, version=trip.version + 1):
            return False
        await trail.record(by, f"trip.{state.name.lower()}", f"trip:{trip.number}", version=trip.version + 1)
        return True

    async def of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[Trip]:
        rows = await TripRecord.filter(user=user, ends__gt=since).order_by("begins", "number")
        return [_trip(row, now.tzinfo) for row in rows]

    async def between(self, begins: datetime, ends: datetime, users: Iterable[UserId]) -> Sequence[Trip]:
        wanted = frozenset(users)
        found = TripRecord.filter(ends__gt=begins, begins__lt=ends, state__in=_STANDING)
        return [_trip(row, begins.tzinfo) for row in await found.order_by("begins", "number") if row.user in wanted]


class PunchFixTable:
    async def add(self, fix: PunchFix, reason: str, *, by: Act) -> None:
        await PunchFixRecord.create(
            number=fix.number,
            user=fix.user,
            on_day=fix.on,
            slot=fix.slot.name,
            submitted_at=fix.submitted_at,
            state=fix.state,
            reason=reason,
        )
        await trail.record(by, "punch_fix.asked", f"punch_fix:{fix.number}", slot=fix.slot.name)

    async def get(self, number: str, now: datetime) -> PunchFix | None:
        row = await PunchFixRecord.get_or_none(number=number)
        return _fix(row, now.tzinfo) if row else None

    async def move(self, number: str, state: Filed, *, by: Act) -> bool:
        if not await PunchFixRecord.filter(number=number, state=Filed.PENDING).update(state=state):
            return False
        await trail.record(by, f"punch_fix.{state.name.lower()}", f"punch_fix:{number}")
        return True

    async def of(self, user: UserId, now: datetime) -> Sequence[PunchFix]:
        rows = await PunchFixRecord.filter(user=user).order_by("on_day", "number")
        return [_fix(row, now.tzinfo) for row in rows]

    async def standing(self, user: UserId, on: date, slot: Slot, now: datetime) -> PunchFix | None:
        row = await PunchFixRecord.filter(user=user, on_day=on, slot=slot.name, state__in=_STANDING).first()
        return _fix(row, now.tzinfo) if row else None


class MissedPunchTable:
    async def note(self, user: UserId, on: date, slot: Slot, *, by: Act) -> bool:
        if await MissedPunchRecord.filter(user=user, on_day=on, slot=slot.name).exists():
            return False
        await MissedPunchRecord.create(user=user, on_day=on, slot=slot.name)
        await trail.record(by, "punch.missed", f"punch:{user}", slot=slot.name)
        return True

    async def days(self, user: UserId) -> Sequence[date]:
        return [row.on_day for row in await MissedPunchRecord.filter(user=user).order_by("on_day")]

    async def forget(self, before: date, *, by: Act, held: Collection[str] = ()) -> None:
        rows = MissedPunchRecord.filter(on_day__lt=before)
        if gone := await (rows.exclude(user__in=sorted(held)) if held else rows).delete():
            await trail.record(by, "missed_punches.forgotten", "records", number=gone)


def _trip(row: TripRecord, zone: tzinfo | None) -> Trip:
    return Trip(
        number=row.number,
        user=UserId(row.user),
        kind=Away(row.kind),
        place=row.place,
        when=_when(row, zone),
        begins=row.begins.astimezone(zone),
        ends=row.ends.astimezone(zone),
        submitted_at=row.submitted_at.astimezone(zone),
        state=Filed(row.state),
        version=row.version,
    )


def _when(row: TripRecord, zone: tzinfo | None) -> AwayWhen:
    when: AwayWhen = msgspec.json.decode(row.period, type=_SHAPES[row.shape])
    if isinstance(when, TimeSpan):  # JSON keeps the offset; a zone of its own has a name
        return TimeSpan(when.start.astimezone(zone), when.end.astimezone(zone))
    return when


def _fix(row: PunchFixRecord, zone: tzinfo | None) -> PunchFix:
    return PunchFix(
        number=row.number,
        user=UserId(row.user),
        on=row.on_day,
        slot=Slot[row.slot],
        submitted_at=row.submitted_at.astimezone(zone),
        state=Filed(row.state),
    )
