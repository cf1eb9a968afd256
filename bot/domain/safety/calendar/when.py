"""When something of the calendar falls due, as an operator writes it: 每周三 10:00, 06-16 09:00, 节前3天 10:00.

Nothing falls on a day of rest: what is weekly moves on within its week, a date goes back to the working day before it,
so that the eve of a holiday is the last day on which people are there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.statutory import HOLIDAYS
from bot.domain.dates import WEEKDAYS
from bot.patterns import regex

_WRITTEN: Final = regex(
    r"(?:(?P<daily>每个?工作日|每天)|每周(?P<weekday>[一二三四五六日])|每(?P<unit>月|季)第(?P<nth>\d+)个工作日"
    r"|(?P<month>\d\d)-(?P<day>\d\d)|节(?P<side>[前后])(?P<days>\d+)天)\s*(?P<hour>\d\d):(?P<minute>\d\d)"
)
HOW: Final = "每个工作日、每周三、每月第1个工作日、每季第1个工作日、06-16、节前3天、节后1天，后面写几点，如 10:00"
_QUARTER: Final = (1, 4, 7, 10)


class Rhythm(StrEnum):
    DAILY = "每个工作日"
    WEEKLY = "每周"
    MONTHLY = "每月"
    QUARTERLY = "每季"
    YEARLY = "每年"
    BEFORE = "节前"
    AFTER = "节后"


OF_HOLIDAYS: Final = (Rhythm.BEFORE, Rhythm.AFTER)


@dataclass(frozen=True, slots=True)
class When:
    """`number`: the weekday from 0, which working day, or how many days before or after a holiday. `on`: month, day."""

    rhythm: Rhythm
    at: time
    number: int = 0
    on: tuple[int, int] = (1, 1)

    @property
    def is_routine(self) -> bool:
        return self.rhythm in (Rhythm.DAILY, Rhythm.WEEKLY)


@dataclass(frozen=True, slots=True)
class Holiday:
    """One that people go away for, or come back from; `names` are several where two fall together."""

    names: str
    first: date
    last: date


def read_when(written: str) -> When:
    """Raises ValueError with a Chinese line."""
    found = _WRITTEN.fullmatch(written.strip())
    try:
        return _when(found) if found else _unreadable(written)
    except ValueError:
        return _unreadable(written)


def falls_on(when: When, day: date, calendar: Calendar) -> bool:
    """Whether that is one of its days; those of holidays are found by `holiday_at`."""
    if not calendar.is_workday(day):
        return False
    match when.rhythm:
        case Rhythm.DAILY:
            return True
        case Rhythm.WEEKLY:
            return day == _in_its_week(day - timedelta(days=day.weekday() - when.number), calendar)
        case Rhythm.MONTHLY:
            return day == calendar.nth_workday(day.year, day.month, when.number)
        case Rhythm.QUARTERLY:
            return day.month in _QUARTER and day == calendar.nth_workday(day.year, day.month, when.number)
        case Rhythm.YEARLY:
            return day in (_back(_date(year, when.on), calendar) for year in (day.year, day.year + 1))
    return holiday_at(when, day, calendar) is not None


def holiday_at(when: When, day: date, calendar: Calendar) -> Holiday | None:
    """The holiday that this day is so many days before, or so many working days after."""
    if when.rhythm not in OF_HOLIDAYS:
        return None
    for each in _holidays(day, calendar):
        if when.rhythm is Rhythm.AFTER:
            due = calendar.add_workdays(each.last, when.number)
        else:
            due = _back(each.first - timedelta(days=when.number), calendar)
        if due == day:
            return each
    return None


def _holidays(near: date, calendar: Calendar) -> list[Holiday]:
    """Those of the years around a day, two that fall together as one."""
    found: dict[tuple[date, date], list[str]] = {}
    for year in (near.year - 1, near.year, near.year + 1):
        for name in HOLIDAYS:
            if span := calendar.holiday(name, year):
                found.setdefault(span, []).append(name)
    return [Holiday("、".join(names), *span) for span, names in sorted(found.items())]


def _in_its_week(day: date, calendar: Calendar) -> date | None:
    """That day, or the first working day behind it in the same week."""
    rest = (day + timedelta(days=number) for number in range(7 - day.weekday()))
    return next(filter(calendar.is_workday, rest), None)


def _back(day: date, calendar: Calendar) -> date:
    return day if calendar.is_workday(day) else calendar.previous_workday(day)


def _date(year: int, on: tuple[int, int]) -> date:
    month, day = on
    return date(year, 3, 1) - timedelta(days=1) if on == (2, 29) else date(year, month, day)


def _when(found: re.Match[str]) -> When:
    said: Mapping[str, str | None] = found.groupdict()
    at = time(int(found["hour"]), int(found["minute"]))
    if said["daily"]:
        return When(Rhythm.DAILY, at)
    if weekday := said["weekday"]:
        return When(Rhythm.WEEKLY, at, WEEKDAYS.index(weekday))
    if nth := said["nth"]:
        return When(Rhythm.MONTHLY if said["unit"] == "月" else Rhythm.QUARTERLY, at, _at_least_one(nth))
    if days := said["days"]:
        return When(Rhythm.BEFORE if said["side"] == "前" else Rhythm.AFTER, at, _at_least_one(days))
    on = (int(found["month"]), int(found["day"]))
    _date(2028, on)
    return When(Rhythm.YEARLY, at, on=on)


def _at_least_one(written: str) -> int:
    if int(written) < 1:
        raise ValueError(written)
    return int(written)


def _unreadable(written: str) -> When:
    raise ValueError(f"when 写了「{written}」，看不懂是哪天几点。可以写 {HOW}")
