"""Somebody's leave, as a value. What may happen to it is in `states`; the reason is private and not in it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from enum import StrEnum

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.cost import half_of
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId

When = Span | TimeSpan | Daily


class LeaveState(StrEnum):
    PENDING = "待审批"
    APPROVED = "已批准"
    RUNNING = "休假中"
    ENDED = "已结束"
    WITHDRAWN = "已撤回"  # before it was decided
    REJECTED = "已驳回"
    LAPSED = "已失效"  # nobody decided in time
    CANCELLED = "已取消"  # after it was approved, before it began

    @property
    def is_open(self) -> bool:
        """It takes place, or may still."""
        return self in _OPEN

    @property
    def is_off(self) -> bool:
        """It never took place."""
        return self in _OFF


_OPEN = frozenset({LeaveState.PENDING, LeaveState.APPROVED, LeaveState.RUNNING})
_OFF = frozenset({LeaveState.WITHDRAWN, LeaveState.REJECTED, LeaveState.LAPSED, LeaveState.CANCELLED})


@dataclass(frozen=True, slots=True)
class LeaveRequest:
    """`amount` is in the type's counting. `begins` and `ends` are what it takes by the clock.

    `continues`: the number of the leave that it prolongs; `replaces`: of the one that it moved away from.
    `provisional`: to be counted again once a year is published. `retro`: asked for after it had begun.
    `returned_on`: first day of work of who came back early, with `unused` of the amount. `version` grows with every
    change; whoever changes it must have seen the newest.
    """

    number: str
    user: UserId
    type: str
    when: When
    amount: Decimal
    begins: datetime
    ends: datetime
    submitted_at: datetime
    state: LeaveState = LeaveState.PENDING
    retro: bool = False
    provisional: bool = False
    continues: str | None = None
    replaces: str | None = None
    returned_on: date | None = None
    unused: Decimal = NOTHING
    version: int = 1

    @property
    def took_place(self) -> bool:
        return not self.state.is_off

    def said(self, today: date) -> str:
        """`年假 11月23日(周一)下午`"""
        return f"{self.type} {self.when.said(today)}"


def bounds(when: When, schedule: Schedule, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """From when to when by the clock: by the shifts of the first and last day, midnight where those aren't worked."""
    if isinstance(when, TimeSpan):
        return when.start, when.end
    if isinstance(when, Daily):
        return _edges(when.start, None, schedule, zone)[0], _edges(when.until, None, schedule, zone)[1]
    first = _edges(when.start, half_of(when, when.start), schedule, zone)[0]
    return first, _edges(when.end, half_of(when, when.end), schedule, zone)[1]


def _edges(on: date, half: Half | None, schedule: Schedule, zone: tzinfo | None) -> tuple[datetime, datetime]:
    shift = schedule.shift_on(on)
    if shift is None:
        midnight = datetime.combine(on, time(), zone)
        noon = midnight + timedelta(hours=12)
        return noon if half is Half.PM else midnight, noon if half is Half.AM else midnight + timedelta(days=1)
    return shift.half(half, on, zone) if half else (shift.begins(on, zone), shift.ends(on, zone))
