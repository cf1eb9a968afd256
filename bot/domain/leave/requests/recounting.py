"""The calendar has changed: leaves that were counted without that are counted again, and nothing changes in silence."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.cost import Portion, count
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.ledgers.booking import Entries, rebook
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.following import following
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, bounds
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError


@dataclass(frozen=True, slots=True)
class Recount:
    """What becomes of one leave, and the entries that go with it. Equal amounts are worth no message."""

    before: LeaveRequest
    after: LeaveRequest
    entries: Entries = ()

    @property
    def changed(self) -> bool:
        return _taken(self.before) != _taken(self.after)

    def said(self, kind: LeaveType, today: date, why: str) -> str:
        """For the person; finished sentences. `why`: what has changed, as `2027年放假安排公布了`."""
        first = f"{why}：{self.before.number} {self.before.said(today)}"
        if self.after.state.is_off:
            return f"{first}，这几天都放假，不用请假，已经替你取消，占用的已经退回。"
        said = kind.counting.said
        return f"{first}，原来算 {said(_taken(self.before))}，现在算 {said(_taken(self.after))}。"


def recounted(
    request: LeaveRequest, kind: LeaveType, ledger: Ledger, schedule: Schedule, now: datetime
) -> Recount | None:
    """None: it is off, or nothing about it changes.

    What has begun is only ever made shorter: a day that turns out to be worked is not charged afterwards. Raises
    UserError (E_QUOTA) where it takes more now than is left: a person decides then.
    """
    if request.state.is_off:
        return None
    amount, portions, provisional = _counted(request, kind, schedule, now)
    if amount == request.amount and provisional == request.provisional:
        return None
    changed = replace(request, provisional=provisional, version=request.version + 1)
    if request.state in {LeaveState.RUNNING, LeaveState.ENDED}:
        changed = replace(changed, unused=max(request.unused, request.amount - amount))
        if (changed.unused, changed.provisional) == (request.unused, request.provisional):
            return None
        return Recount(request, changed, following(ledger, changed, on=now.date()))
    if not amount:
        off = LeaveState.WITHDRAWN if request.state is LeaveState.PENDING else LeaveState.CANCELLED
        changed = replace(changed, state=off)
        return Recount(request, changed, following(ledger, changed, on=now.date()))
    begins, ends = bounds(request.when, schedule, now.tzinfo)
    changed = replace(changed, amount=amount, begins=begins, ends=ends)
    return Recount(request, changed, rebook(ledger, kind, portions, cause=request.number, on=now.date()))


def _counted(
    request: LeaveRequest, kind: LeaveType, schedule: Schedule, now: datetime
) -> tuple[Decimal, tuple[Portion, ...], bool]:
    if isinstance(request.when, Daily):
        when = request.when
        return when.hours(schedule, when.start, when.until), (), when.is_provisional(schedule)
    try:
        counted = count(kind, request.when, schedule, now.date())
    except UserError as refused:
        if refused.code is not Code.NO_WORKDAY:
            raise
        return NOTHING, (), False
    return counted.amount, counted.portions, counted.provisional


def _taken(request: LeaveRequest) -> Decimal:
    return NOTHING if request.state.is_off else request.amount - request.unused
