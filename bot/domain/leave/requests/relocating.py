"""Where a leave goes that is moved: to a first day, to a time of its own, to a half of its day, or by some days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import When
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule, days_between, days_from
from bot.errors import Code, UserError


@dataclass(frozen=True, slots=True)
class Later:
    """By so many days of work, and weeks; fewer than none is earlier."""

    days: int = 0
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class SameDay:
    """The whole of its first day, or a half of it."""

    half: Half | None = None


NewTime = Span | TimeSpan | Later | SameDay


def moved_to(when: When, to: NewTime, kind: LeaveType, schedule: Schedule) -> When:
    """As long as it was where only a day is said. Raises UserError for what recurs, and where nothing would change."""
    if isinstance(when, Daily):
        raise UserError(
            Code.UNSUPPORTED, "每个工作日少上一段的假不能改期。请发 /销假 或 /取消 结束它，再发 /请假 重新请。"
        )
    moved = _moved(when, to, kind, schedule)
    if moved == when:
        raise UserError(Code.INVALID_RANGE, "改后的时间和原来一样，不用改期。要改请写上另一天。")
    return moved


def _moved(when: Span | TimeSpan, to: NewTime, kind: LeaveType, schedule: Schedule) -> Span | TimeSpan:
    if isinstance(to, Later):
        first = _first(when) + timedelta(weeks=to.weeks)
        return _beginning(when, _days_away(first, to.days, schedule), kind, schedule)
    if isinstance(to, SameDay):
        return Span(_first(when), _first(when), to.half, to.half)
    if isinstance(to, Span) and to.start == to.end and not to.start_half:
        return _beginning(when, to.start, kind, schedule)
    return to


def _first(when: Span | TimeSpan) -> date:
    return when.start.date() if isinstance(when, TimeSpan) else when.start


def _days_away(first: date, days: int, schedule: Schedule) -> date:
    for _ in range(abs(days)):
        first = schedule.next_worked(first) if days > 0 else next(filter(schedule.is_worked, _back_from(first)))
    return first


def _back_from(first: date) -> Iterator[date]:
    return (first - timedelta(days=number) for number in range(1, first.toordinal()))


def _beginning(when: Span | TimeSpan, first: date, kind: LeaveType, schedule: Schedule) -> Span | TimeSpan:
    """The same time, from another day on."""
    if isinstance(when, TimeSpan):
        days = first - when.start.date()
        return TimeSpan(when.start + days, when.end + days)
    return replace(when, start=first, end=_last(when, first, kind, schedule))


def _last(when: Span, first: date, kind: LeaveType, schedule: Schedule) -> date:
    """As many days of work later as it had, or as many days, by what the kind counts."""
    worked = sum(map(schedule.is_worked, days_between(when.start, when.end)))
    if kind.counting is Counting.CALENDAR or not worked or when.start == when.end:
        return first + (when.end - when.start)
    left = worked
    for day in days_from(first):
        left -= schedule.is_worked(day)
        if not left:
            return day
    return first
