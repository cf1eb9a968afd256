"""A week, a month or a year that is over or under way, as figures are told of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Self

from bot.domain.calendar.calendar import last_of_month
from bot.patterns import regex

_MONTH: Final = regex(r"(\d{4})-(\d\d)")
_WEEK: Final = regex(r"(\d{4})-W(\d\d)")


@dataclass(frozen=True, slots=True)
class Period:
    """`first` to `last`, both included; `key`: 2026-10, 2026-W47 or 2026."""

    key: str
    first: date
    last: date

    @classmethod
    def of(cls, key: str) -> Self:
        if month := _MONTH.fullmatch(key):
            first = date(int(month[1]), int(month[2]), 1)
            return cls(key, first, last_of_month(first.year, first.month))
        if week := _WEEK.fullmatch(key):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return cls(key, monday, monday + timedelta(days=6))
        return cls(key, date(int(key), 1, 1), date(int(key), 12, 31))

    @classmethod
    def month_of(cls, day: date) -> Self:
        return cls.of(f"{day:%Y-%m}")

    @classmethod
    def week_of(cls, day: date) -> Self:
        year, week, _ = day.isocalendar()
        return cls.of(f"{year}-W{week:02}")

    @property
    def before(self) -> "Period":
        """The one of its kind before it."""
        day = self.first - timedelta(days=1)
        if "W" in self.key:
            return Period.week_of(day)
        return Period.month_of(day) if "-" in self.key else Period.of(str(day.year))

    @property
    def name(self) -> str:
        """`2026年10月`, `2026年第47周`, `2026年`"""
        if "W" in self.key:
            return f"{self.key[:4]}年第{int(self.key[-2:])}周"
        return f"{self.first.year}年{self.first.month}月" if "-" in self.key else f"{self.key}年"

    @property
    def short(self) -> str:
        """`10月`, `47周`, `2026`: below a chart."""
        if "W" in self.key:
            return f"{int(self.key[-2:])}周"
        return f"{self.first.month}月" if "-" in self.key else self.key

    @property
    def called_before(self) -> str:
        """What the one before it is called beside this one."""
        return "上周" if "W" in self.key else "上月" if "-" in self.key else "上年"

    @property
    def is_year(self) -> bool:
        return "-" not in self.key

    def pieces(self, today: date) -> tuple["Period", ...]:
        """The shorter ones, told by themselves, that make it up as far as they have begun: a year's months, and the
        weeks of a month that has no other days."""
        if "W" in self.key:
            return ()
        if "-" in self.key:
            weeks = tuple(Period.week_of(self.first + timedelta(days=days)) for days in range(0, 28, 7))
            whole = (weeks[0].first, weeks[-1].last) == (self.first, self.last)
            return tuple(each for each in weeks if each.first <= today) if whole else ()
        months = (Period.of(f"{self.key}-{month:02}") for month in range(1, 13))
        return tuple(each for each in months if each.first <= today)

    def is_over(self, today: date) -> bool:
        return self.last < today

    def bounds(self, now: datetime) -> tuple[datetime, datetime]:
        """The moment it begins, and that at which it is over."""
        begins, ends = (datetime.combine(day, time(), now.tzinfo) for day in (self.first, self.last + timedelta(1)))
        return begins, ends


def lately(period: Period, many: int) -> tuple[Period, ...]:
    """It and those before it, so many in all, the oldest first."""
    found = [period]
    while len(found) < many:
        found.append(found[-1].before)
    return tuple(reversed(found))
