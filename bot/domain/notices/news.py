"""What departments tell each week, so it gets round in time (S214, D11§二.8); what a month is about (S211, D9§9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.rights import Audience, Role
from bot.identifiers import UserId

LONGEST: Final = 600  # characters of what a department tells
LONGEST_FOCUS: Final = 200
FOCUSERS: Audience = frozenset({Role.PUB_SUPERVISOR, Role.PUB_LEADER, Role.MARKETING_MGR, Role.PRESIDENT_OFFICE})


@dataclass(frozen=True, slots=True)
class News:
    """Of a department, by its path, in the week that begins on that Monday. `words` are empty where there is nothing.

    `item`: the number under which it stands on the editorial board. `version` grows when it is told anew.
    """

    department: str
    week: date
    words: str
    author: UserId
    at: datetime
    item: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Focus:
    """What publishing is about in the month that begins on that day."""

    month: date
    words: str
    by: UserId
    at: datetime


def week_of(day: date) -> date:
    """Its Monday."""
    return day - timedelta(days=day.weekday())


def asked_on(week: date, weekday: int, calendar: Calendar) -> date | None:
    """The first working day of the week from `weekday` (0 is Monday) on; None: the rest of it is off."""
    return next(filter(calendar.is_workday, _from(week, weekday)), None)


def week_asked_for(day: date, weekday: int, calendar: Calendar) -> date | None:
    """The week of which departments are asked on that day."""
    week = week_of(day)
    return week if asked_on(week, weekday, calendar) == day else None


def week_missed(day: date, weekday: int, calendar: Calendar) -> date | None:
    """The week of which departments were asked on the working day before that day."""
    if not calendar.is_workday(day):
        return None
    before = calendar.previous_workday(day)
    return week_asked_for(before, weekday, calendar)


def _from(week: date, weekday: int) -> Iterator[date]:
    return (week + timedelta(days=each) for each in range(weekday, 7))
