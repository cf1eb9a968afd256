"""What falls due for an accident, and when somebody is reminded of it.

Days count from the event; the last day is included. A reminder of days comes at nine on a working day, since nobody
is at his desk on a Sunday: the last one on or before the day that it is for. Where the accident itself is later than
that, as within a long holiday, it comes on the day that it is for, of rest or not: nobody would hear of it otherwise.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.duty import hour
from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.accidents.statements import Topic

MINUTES: Final = (30, 45, 55, 60)
INVESTIGATION_DAYS: Final = 60  # 493号令 art. 29
LONGER_DAYS: Final = 60  # at most, where that was agreed to
INJURY_DAYS: Final = 30  # 工伤保险条例 art. 17
AT: Final = time(9)
LEADS: Final = {"window": (2, 0), "investigation": (7, 0), "injury": (20, 7, 1)}  # days before the end


def window_end(case: Case) -> date:
    """The last day on which a changed number is reported (493号令 art. 13)."""
    return _after(case, case.channel.window_days)


def investigation_end(case: Case) -> date:
    """The last day for its report."""
    agreed = case.value(Topic.INQUIRY_UNTIL)
    return date.fromisoformat(agreed) if agreed else _after(case, INVESTIGATION_DAYS)


def last_end(case: Case) -> date:
    """The last day that may be agreed to."""
    return _after(case, INVESTIGATION_DAYS + LONGER_DAYS)


def injury_end(case: Case) -> date:
    """The last day for the unit to apply for the recognition of a work injury."""
    return _after(case, INJURY_DAYS)


def due(case: Case, rules: AccidentRules, calendar: Calendar) -> Mapping[str, datetime]:
    """When each reminder is due that this case still needs, by its kind: `hour-30:…`, `window-2:2026-12-22`. Behind the
    colon stands what it counts from or to, so that one which moves after it rang rings again."""
    return {} if case.is_closed else dict(_due(case, rules, calendar))


def _due(case: Case, rules: AccidentRules, calendar: Calendar) -> Iterator[tuple[str, datetime]]:
    clock = hour(case, rules)
    if clock and clock.filed_at is None:
        yield from (
            (f"hour-{minutes}:{clock.since:%m%d%H%M}", clock.since + timedelta(minutes=minutes)) for minutes in MINUTES
        )
    if clock:
        yield from _reminders("window", window_end(case), case, calendar)
    if clock and not case.is_handed_over and not case.value(Topic.CONCLUSION):
        yield from _reminders("investigation", investigation_end(case), case, calendar)
    if case.tally.hurt and not case.value(Topic.INJURY_FILED):
        yield from _reminders("injury", injury_end(case), case, calendar)


def _reminders(name: str, end: date, case: Case, calendar: Calendar) -> Iterator[tuple[str, datetime]]:
    zone = case.happened_at.tzinfo
    for lead in LEADS[name]:
        wanted = end - timedelta(days=lead)
        at = datetime.combine(_working(wanted, calendar), AT, zone)
        yield f"{name}-{lead}:{end}", at if at > case.accident.reported_at else datetime.combine(wanted, AT, zone)


def _working(wanted: date, calendar: Calendar) -> date:
    """The last working day up to `wanted`; a whole fortnight of rest is none that anybody has."""
    days = (wanted - timedelta(days=back) for back in range(15))
    return next((each for each in days if calendar.is_workday(each)), wanted)


def _after(case: Case, days: int) -> date:
    return case.happened_at.date() + timedelta(days=days)
