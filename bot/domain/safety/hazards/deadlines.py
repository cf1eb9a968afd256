"""What falls due for a hazard, and when (安全生产法 art. 41, 59; the company's own times).

Each thing that falls due has a kind: what it is, and which one of its sort, `overdue:2026-12-01`. What comes back every
day is named for its next day alone. Hours of rest are respected, but for 重大: there every day counts.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quiet import after_quiet
from bot.domain.safety.hazards.hazard import LOOK_BACK, Hazard, HazardState

MORNING: Final = time(9)
ASSIGN_WITHIN: Final = timedelta(minutes=30)
STOP_WITHIN: Final = timedelta(minutes=30)
ASKED_AT: Final = time(16, 30)  # how the day went with a major one
MISSED_AT: Final = time(18, 30)
TO_HEAD, TO_LEADER = 3, 7  # days overdue


class Due(StrEnum):
    ASSIGN = "assign"  # nobody has it yet: its officers
    ASSIGN_LATE = "assign-late"  # ... and who stands in for them
    UNASSIGNED = "unassigned"  # ... every morning
    ACCEPT = "accept"  # who has it hasn't said so
    TOMORROW = "tomorrow"
    OVERDUE = "overdue"
    VERIFY = "verify"
    STOP = "stop"  # nobody has decided whether to stop work
    STOP_LATE = "stop-late"
    DAILY = "daily"
    DAILY_MISSED = "daily-missed"
    FILE = "file"  # to the regulator and the workers' congress (art. 41)
    LOOK_BACK = "look-back"


def kind_of(kind: str) -> Due:
    return Due(kind.partition(":")[0])


def due_times(
    hazard: Hazard, calendar: Calendar, now: datetime, *, decided: bool = False, filed: bool = False
) -> Mapping[str, datetime]:
    """All that falls due from the moment `now` on, as things stand; `now` gives the time zone.

    `decided`: whether work stops; `filed`: it was reported to who must know.
    """
    return dict(_due(hazard, calendar, now, decided=decided, filed=filed))


def days_over(hazard: Hazard, calendar: Calendar, today: date) -> int:
    """How many days it is overdue; of a general one only those count on which people work."""
    due = hazard.plan.due
    if due is None or due >= today:
        return 0
    return (today - due).days if hazard.is_major else len(calendar.workdays(due + timedelta(days=1), today))


def _due(
    hazard: Hazard, calendar: Calendar, now: datetime, *, decided: bool, filed: bool
) -> Iterator[tuple[str, datetime]]:
    match hazard.state:
        case HazardState.REPORTED | HazardState.GRADED:
            yield from _unassigned(hazard, calendar, now)
        case HazardState.ASSIGNED:
            if not hazard.is_overdue(now.date()):
                yield _daily(Due.ACCEPT, hazard, calendar, now)
            yield from _in_time(hazard, calendar, now)
        case HazardState.FIXING:
            yield from _in_time(hazard, calendar, now)
        case HazardState.TO_VERIFY:
            yield _daily(Due.VERIFY, hazard, calendar, now)
        case HazardState.CLOSED:
            yield from _afterwards(hazard, calendar, now)
    if hazard.is_open and hazard.is_major and hazard.graded_at:
        yield from _major(hazard, hazard.graded_at.astimezone(now.tzinfo), now, decided=decided)
        if not filed:
            yield _daily(Due.FILE, hazard, calendar, now)


def _unassigned(hazard: Hazard, calendar: Calendar, now: datetime) -> Iterator[tuple[str, datetime]]:
    """One that came back without an owner is asked about in the mornings alone."""
    if hazard.reopened:
        yield _daily(Due.UNASSIGNED, hazard, calendar, now)
        return
    since = hazard.reported_at.astimezone(now.tzinfo)
    first = since + ASSIGN_WITHIN if hazard.is_major else _by_day(since + ASSIGN_WITHIN, calendar)
    second = first + ASSIGN_WITHIN if hazard.is_major else _by_day(first + ASSIGN_WITHIN, calendar)
    yield Due.ASSIGN.value, first
    yield Due.ASSIGN_LATE.value, second
    yield _daily(Due.UNASSIGNED, hazard, calendar, max(now, second))


def _by_day(moment: datetime, calendar: Calendar) -> datetime:
    """Of a day of work, and not before all that is said in the morning: whoever has several reads them at once."""
    awake = after_quiet(moment, calendar)
    return max(awake, datetime.combine(awake.date(), MORNING, awake.tzinfo))


def _in_time(hazard: Hazard, calendar: Calendar, now: datetime) -> Iterator[tuple[str, datetime]]:
    due = hazard.plan.due
    if due is None:
        return
    before = due - timedelta(days=1) if hazard.is_major else calendar.previous_workday(due)
    reminded = datetime.combine(before, MORNING, now.tzinfo)
    if reminded > now:
        yield f"{Due.TOMORROW}:{due}", reminded
    yield _daily(Due.OVERDUE, hazard, calendar, max(now, datetime.combine(due, time.max, now.tzinfo)))


def _major(hazard: Hazard, graded: datetime, now: datetime, *, decided: bool) -> Iterator[tuple[str, datetime]]:
    if not decided:
        yield f"{Due.STOP}:{graded:%Y-%m-%dT%H:%M}", graded + STOP_WITHIN
        yield f"{Due.STOP_LATE}:{graded:%Y-%m-%dT%H:%M}", graded + 2 * STOP_WITHIN
    if hazard.plan.owner:
        asked = _next_at(ASKED_AT, now)
        yield f"{Due.DAILY}:{asked.date()}", asked
        missed = _next_at(MISSED_AT, now)
        yield f"{Due.DAILY_MISSED}:{missed.date()}", missed


def _afterwards(hazard: Hazard, calendar: Calendar, now: datetime) -> Iterator[tuple[str, datetime]]:
    if hazard.closed_at is None:
        return
    seen = hazard.closed_at.astimezone(now.tzinfo).date() + LOOK_BACK
    day = seen if calendar.is_workday(seen) else calendar.next_workday(seen)
    yield f"{Due.LOOK_BACK}:{seen}", datetime.combine(day, MORNING, now.tzinfo)


def _daily(kind: Due, hazard: Hazard, calendar: Calendar, now: datetime) -> tuple[str, datetime]:
    """The next morning of work; of a major one, the next morning."""
    at = _next_at(MORNING, now)
    if not (hazard.is_major or calendar.is_workday(at.date())):
        at = datetime.combine(calendar.next_workday(at.date()), MORNING, now.tzinfo)
    return f"{kind}:{at.date()}", at


def _next_at(when: time, now: datetime) -> datetime:
    at = datetime.combine(now.date(), when, now.tzinfo)
    return at if at > now else at + timedelta(days=1)
