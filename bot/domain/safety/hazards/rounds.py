"""When it is time to look at all hazards together: each week, each quarter, each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar, last_of_month

QUARTER_BY: Final = 15  # of the month after a quarter (安监总局16号令 art. 14)
YEAR_BY: Final = (1, 31)
AHEAD: Final = (5, 1)  # working days before it is due


@dataclass(frozen=True, slots=True)
class Statistic:
    """`first` to `last`: what it is about; `due`: by when it is handed in."""

    name: str
    first: date
    last: date
    due: date


def begins_week(today: date, calendar: Calendar) -> bool:
    """The first working day of its week."""
    return calendar.is_workday(today) and not calendar.workdays(_monday(today), today - timedelta(days=1))


def ends_week(today: date, calendar: Calendar) -> bool:
    sunday = _monday(today) + timedelta(days=6)
    return calendar.is_workday(today) and not calendar.workdays(today + timedelta(days=1), sunday)


def week_before(today: date, calendar: Calendar) -> date:
    """The last working day of the last week in which people worked: since then it is news."""
    return calendar.previous_workday(_monday(today))


def statistics_due(today: date, calendar: Calendar) -> Iterator[Statistic]:
    """What somebody has to be reminded of today: a week of work ahead, and once more the working day before."""
    for each in (_quarter(today), _year(today)):
        if today in {calendar.add_workdays(each.due, -days) for days in AHEAD}:
            yield each


def _quarter(today: date) -> Statistic:
    """The last one that is over."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    last = first - timedelta(days=1)
    begins = date(last.year, last.month - 2, 1)
    return Statistic(
        f"{last.year}年第{'一二三四'[(last.month - 1) // 3]}季度", begins, last, first.replace(day=QUARTER_BY)
    )


def _year(today: date) -> Statistic:
    year = today.year - 1
    return Statistic(f"{year}年度", date(year, 1, 1), last_of_month(year, 12), date(today.year, *YEAR_BY))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
