"""An approved leave as a form of WeCom's own 审批 (oa/applyevent, D-91853), and how far its filing has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.cost import half_of
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.domain.office.quotas import DAY
from bot.identifiers import UserId

SETTLES: Final = timedelta(minutes=5)  # so long after an outcome that nobody knows, WeCom is asked what it has
NOON: Final = timedelta(hours=12)
HALVES_ONLY: Final = "企业微信的假单只收全天和半天，这次是按小时请的"
NOT_DAILY: Final = "企业微信的假单填不了每天一段时间的假"


class FilingState(StrEnum):
    TO_FILE = "to_file"
    CALLING = "calling"  # WeCom was asked to take it, and what came of that isn't written down, or nobody knows
    TO_SEARCH = "to_search"  # that was a while ago: it is looked for before anything is filed again
    FILED = "filed"  # it waits there for its approver
    PASSED = "passed"  # and was agreed to: WeCom took the days off its balance
    UNDONE = "undone"  # refused, taken back or deleted there
    REFUSED = "refused"  # WeCom won't have it; HR is told why
    DROPPED = "dropped"  # the leave was called off before anything was filed


# What WeCom's balance will be isn't certain yet.
UNDER_WAY: Final = frozenset({FilingState.TO_FILE, FilingState.CALLING, FilingState.TO_SEARCH, FilingState.FILED})


@dataclass(frozen=True, slots=True)
class Stretch:
    """When a leave is, as a form says it; moments in seconds since 1970.

    `days`: local midnight of each day that counts, and 86400 or 43200 seconds of it; empty for what is asked for by the
    clock. `halves`: begin and end at midnight or noon, where noon at the end includes the afternoon. `clock`: by the
    shifts, or as asked for, with the seconds of work in between.
    """

    clock: tuple[int, int, int]
    halves: tuple[int, int] | None = None
    days: tuple[tuple[int, int], ...] = ()

    @property
    def duration(self) -> int:
        """Of whole and half days; one day is 86400 seconds."""
        return sum(seconds for _, seconds in self.days)


@dataclass(frozen=True, slots=True)
class Filing:
    """One leave on its way. `vacation`: WeCom's name of the kind; `decider`: who agreed, where the form goes to him and
    not by the template's own flow; `note`: what stands in the form as its reason, with our number in it.

    `changed`: the leave was called off or cut short since, which no call can tell WeCom. `sp_no`: WeCom's number.
    """

    number: str
    user: UserId
    vacation: str
    stretch: Stretch
    note: str
    wanted_at: datetime
    decider: UserId | None = None
    state: FilingState = FilingState.TO_FILE
    since: datetime | None = None
    changed: bool = False
    sp_no: str = ""


def stretch_of(leave: LeaveRequest, counting: Counting, schedule: Schedule, zone: tzinfo | None) -> Stretch | None:
    """None for what a form can't say: an hour of every day."""
    when = leave.when
    if isinstance(when, Daily):
        return None
    begins, ends = int(leave.begins.timestamp()), int(leave.ends.timestamp())
    if isinstance(when, TimeSpan):
        return Stretch((begins, ends, _worked(when, schedule)))
    days = tuple(_days(when, counting, schedule, zone))
    first = _midnight(when.start, zone) + (NOON if when.start_half is Half.PM else timedelta())
    last = _midnight(when.end, zone) + (timedelta() if when.end_half is Half.AM else NOON)
    worked = _worked(TimeSpan(leave.begins, leave.ends), schedule)
    return Stretch((begins, ends, worked), (int(first.timestamp()), int(last.timestamp())), days)


def _days(when: Span, counting: Counting, schedule: Schedule, zone: tzinfo | None) -> Iterator[tuple[int, int]]:
    for each in days_between(when.start, when.end):
        half, off = half_of(when, each), None
        if counting is not Counting.CALENDAR:
            off = schedule.half_off(each)
            if not schedule.is_worked(each) or (half and half is off):
                continue
        yield int(_midnight(each, zone).timestamp()), DAY // 2 if half or off else DAY


def _worked(when: TimeSpan, schedule: Schedule) -> int:
    """Seconds of work, breaks and days off left out; a shift over midnight is its first day's."""
    first, last = when.start.date() - timedelta(days=1), when.end.date()
    shifts = ((each, schedule.shift_on(each)) for each in days_between(first, last))
    pieces = (piece for each, shift in shifts if shift for piece in shift.hours(each, when.start.tzinfo))
    return sum(max(0, int((min(end, when.end) - max(begin, when.start)).total_seconds())) for begin, end in pieces)


def _midnight(on: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(on, time(), zone)
