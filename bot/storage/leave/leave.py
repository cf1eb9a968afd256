"""Leaves and the ledgers that they draw on. The reason of a leave is sealed, and never read back with it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any, Final

import msgspec

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, When
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.leave import LeaveEntryRecord, LeaveRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

_SHAPES: Final[Mapping[str, type[When]]] = {"Span": Span, "TimeSpan": TimeSpan, "Daily": Daily}
_STANDING: Final = [LeaveState.PENDING, LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED]
FEW: Final = 500  # people in one question


class LeaveTable:
    """`seal`: of the reasons; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, leave: LeaveRequest, reason: str, *, by: Act) -> None:
        sealed = self._seal.seal_text(reason, about_reason(leave.number))
        await LeaveRecord.create(number=leave.number, reason=sealed, **_columns(leave))
        await trail.record(by, "leave.asked", _subject(leave), type=leave.type)

    async def get(self, number: str, now: datetime) -> LeaveRequest | None:
        row = await LeaveRecord.get_or_none(number=number)
        return _leave(row, now.tzinfo) if row else None

    async def reason(self, number: str) -> str | None:
        row = await LeaveRecord.get_or_none(number=number)
        try:
            return self._seal.open_text(row.reason, about_reason(number)) if row else ""
        except UnopenableError:
            return None

    async def with_reason(self, user: UserId) -> int:
        return await LeaveRecord.filter(user=user).exclude(reason="").count()

    async def save(self, leave: LeaveRequest, *, was: int, change: str, by: Act) -> bool:
        if not await LeaveRecord.filter(number=leave.number, version=was).update(**_columns(leave)):
            return False
        await trail.record(by, f"leave.{change}", _subject(leave), version=leave.version, state=leave.state.name)
        return True

    async def of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[LeaveRequest]:
        rows = await LeaveRecord.filter(user=user, ends__gt=since).order_by("begins", "number")
        return [_leave(row, now.tzinfo) for row in rows]

    async def between(self, begins: datetime, ends: datetime, users: Iterable[UserId]) -> Sequence[LeaveRequest]:
        wanted = frozenset(users)
        rows = LeaveRecord.filter(ends__gt=begins, begins__lt=ends, state__in=_STANDING).order_by("begins", "number")
        if len(wanted) <= FEW:  # by the index of people; of more, a database reads all and we choose
            rows = rows.filter(user__in=sorted(wanted))
        return [_leave(row, begins.tzinfo) for row in await rows if row.user in wanted]

    async def hold_decisions(self, user: UserId) -> None:
        await locks.hold(LeaveRecord, f"leave-decision:{user}")

    async def everybodys(self, begins: datetime, ends: datetime) -> Sequence[LeaveRequest]:
        rows = await LeaveRecord.filter(ends__gt=begins, begins__lt=ends).order_by("begins", "number")
        return [_leave(row, begins.tzinfo) for row in rows]

    async def hold_team(self, team: str) -> None:
        await locks.hold(LeaveRecord, f"leave-team:{team}")

    async def away(self) -> frozenset[UserId]:
        rows = await LeaveRecord.filter(state=LeaveState.RUNNING, shape=Span.__name__).values_list("user", flat=True)
        return frozenset(map(UserId, map(str, rows)))

    async def due(self, now: datetime) -> Sequence[LeaveRequest]:
        rows = await LeaveRecord.filter(due_at__lte=now).order_by("due_at", "number")
        return [_leave(row, now.tzinfo) for row in rows]

    async def next_due(self) -> datetime | None:
        row = await LeaveRecord.filter(due_at__isnull=False).order_by("due_at").first()
        return row.due_at if row else None


class LeaveLedgerTable:
    async def hold(self, user: UserId) -> None:
        await locks.hold(LeaveEntryRecord, f"leave:{user}")

    async def of(self, user: UserId) -> Ledger:
        rows = await LeaveEntryRecord.filter(user=user).order_by("id")
        return Ledger(tuple(map(_entry, rows)))

    async def write(self, user: UserId, entries: Sequence[Entry], *, by: Act) -> None:
        for entry in entries:  # one by one: the order of the numbers is that of the ledger
            await LeaveEntryRecord.create(
                user=user,
                kind=entry.kind,
                type=entry.type,
                year=entry.year,
                amount=entry.amount,
                on_day=entry.on,
                lot=entry.lot,
                cause=entry.cause,
                rule=entry.rule,
                until_day=entry.until,
                written_at=by.at,
            )
        if entries:
            kinds = [entry.kind.name for entry in entries]
            await trail.record(by, "leave_ledger.written", f"leave_ledger:{user}", kinds=kinds)


def _columns(leave: LeaveRequest) -> Mapping[str, Any]:
    return {
        "user": leave.user,
        "type": leave.type,
        "shape": type(leave.when).__name__,
        "period": msgspec.json.encode(leave.when).decode(),
        "amount": leave.amount,
        "unused": leave.unused,
        "begins": leave.begins,
        "ends": leave.ends,
        "submitted_at": leave.submitted_at,
        "due_at": _due(leave),
        "state": leave.state,
        "retro": leave.retro,
        "provisional": leave.provisional,
        "continues": leave.continues,
        "replaces": leave.replaces,
        "returned_on": leave.returned_on,
        "version": leave.version,
    }


def _due(leave: LeaveRequest) -> datetime | None:
    if leave.state is LeaveState.APPROVED:
        return leave.begins
    return leave.ends if leave.state is LeaveState.RUNNING else None


def _leave(row: LeaveRecord, zone: tzinfo | None) -> LeaveRequest:
    return LeaveRequest(
        number=row.number,
        user=UserId(row.user),
        type=row.type,
        when=_when(row, zone),
        amount=Decimal(row.amount),
        begins=row.begins.astimezone(zone),
        ends=row.ends.astimezone(zone),
        submitted_at=row.submitted_at.astimezone(zone),
        state=LeaveState(row.state),
        retro=row.retro,
        provisional=row.provisional,
        continues=row.continues,
        replaces=row.replaces,
        returned_on=row.returned_on,
        unused=Decimal(row.unused),
        version=row.version,
    )


def _when(row: LeaveRecord, zone: tzinfo | None) -> When:
    when: When = msgspec.json.decode(row.period, type=_SHAPES[row.shape])
    if isinstance(when, TimeSpan):  # JSON keeps the offset; a zone of its own has a name
        return TimeSpan(when.start.astimezone(zone), when.end.astimezone(zone))
    return when


def _entry(row: LeaveEntryRecord) -> Entry:
    return Entry(
        kind=EntryKind(row.kind),
        type=row.type,
        year=row.year,
        amount=Decimal(row.amount),
        on=row.on_day,
        lot=row.lot,
        cause=row.cause,
        rule=row.rule,
        until=row.until_day,
    )


def about_reason(number: str) -> str:
    return f"leave:{number}:reason"


def _subject(leave: LeaveRequest) -> str:
    return f"leave:{leave.number}"
