"""Days of a month: 11月25日, 25号, 下月底, 下月第一个工作日."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.dates import day
from bot.when.results.outcomes import Impossible, Refused
from bot.when.said.day_ref import Stretches, just
from bot.when.view import View

ROLL_OVER: Final = 60  # days: further behind, a date without its year is next year's
NEXT_MONTH: Final = 20  # days a range may run into the next month unsaid: 28号到3号
NEXT_YEAR: Final = 180  # days a range may run into the next year unsaid: 12.30-1.3
FIRST_YEAR, LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """11月25日, 11.25, 2026-11-25, 明年3月31号 (`years` from now)"""

    month: int
    day: int
    year: int | None = None
    years: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        if self.year is not None or self.years is not None:
            return just(dated(self.year or view.today.year + (self.years or 0), self.month, self.day))
        _ensure_ever(self.month, self.day)
        if start:
            return just(dated(self._year_after(start), self.month, self.day))
        return just(dated(rolled_year(self.month, self.day, view), self.month, self.day))

    def _year_after(self, start: date) -> int:
        if (self.month, self.day) >= (start.month, start.day) or self.month == start.month:
            return start.year
        gap = date(start.year + 1, self.month, min(self.day, 28)) - start
        return start.year + (gap.days <= NEXT_YEAR)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """25号, 本月15号, 下个月3号 (`months` from now)"""

    day: int
    months: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        if not 1 <= self.day <= 31:
            raise Refused(Impossible(f"没有{self.day}号这一天。请写 1 到 31 之间的日期。"))
        if self.months is not None:
            first = first_of_month(view.today, self.months)
            return just(dated(first.year, first.month, self.day))
        return self._after(start) if start else self._near(view)

    def _after(self, start: date) -> Stretches:
        if self.day >= start.day:
            return just(dated(start.year, start.month, self.day))
        following = first_of_month(start, 1)
        later = _existing(following, self.day)
        if later and (later - start).days <= NEXT_MONTH:
            return just(later)
        return just(dated(start.year, start.month, self.day))

    def _near(self, view: View) -> Stretches:
        this = _existing(view.today, self.day)
        other = _nearest_month_with(self.day, view.today, 1 if view.ahead else -1)
        if this is None and view.ahead:
            raise Refused(
                Impossible(
                    f"{view.today.month}月没有{self.day}日。请把月份也写上，例如 {other.month}月{other.day}日。",
                )
            )
        if this is None:
            return just(other)
        if view.ahead:
            return just(this) if this >= view.today else ((this, this), (other, other))
        return just(this) if this <= view.today else ((other, other), (this, this))


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """月底, 下月底 (`months` from now), 10月底 (`month`), 年底"""

    months: int = 0
    month: int | None = None
    year: int | None = None
    years: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        if self.month is None:
            first = first_of_month(view.today, self.months)
            return just(last_of_month(first.year, first.month))
        first = CalendarDay(self.month, 28, self.year, self.years).stretches(view, start)[0][0]
        return just(last_of_month(first.year, first.month))


@dataclass(frozen=True, slots=True)
class WorkdayOfMonth:
    """下月第一个工作日, 本月最后一个工作日 (-1); `first` is the month's first day"""

    number: int
    first: CalendarDay | MonthDay

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        month = self.first.stretches(view, start)[0][0]
        found = view.calendar.nth_workday(month.year, month.month, self.number) if self.number else None
        if found is None:
            raise Refused(Impossible(f"{month.month}月没有这么多工作日。请直接写日期。"))
        return just(found)


def dated(year: int, month: int, number: int) -> date:
    """Raises Refused where there is no such day."""
    _ensure_ever(month, number)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(Impossible(f"{year}年太远了。请检查年份。"))
    if number > (last := last_of_month(year, month).day):
        where = f"{year}年2月" if month == 2 else f"{month}月"
        raise Refused(
            Impossible(f"{where}没有{number}日。那个月的最后一天是 {day(date(year, month, last))}，请改对日期。")
        )
    return date(year, month, number)


def rolled_year(month: int, number: int, view: View) -> int:
    """The year of a date said without one: the nearest, and never more than ROLL_OVER days against the lean."""
    today = view.today
    gap = (date(today.year, month, min(number, last_of_month(today.year, month).day)) - today).days
    if view.ahead:
        return today.year + (gap < -ROLL_OVER)
    return today.year - (gap > ROLL_OVER)


def _ensure_ever(month: int, number: int) -> None:
    if not 1 <= month <= 12:
        raise Refused(Impossible(f"没有{month}月。请写 1 到 12 月。"))
    if not 1 <= number <= 31:
        raise Refused(Impossible(f"{month}月没有{number}日。请改对日期。"))
    if number > (last := last_of_month(2024, month).day):
        ends = "" if month == 2 else f"，最后一天是 {month}月{last}日"
        raise Refused(Impossible(f"{month}月没有{number}日{ends}。请改对日期。"))


def _existing(month: date, number: int) -> date | None:
    return date(month.year, month.month, number) if number <= last_of_month(month.year, month.month).day else None


def first_of_month(today: date, months: int) -> date:
    """The first day of the month that is `months` from that of `today`."""
    index = today.year * 12 + today.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def months_later(today: date, months: int) -> date:
    """The same day of another month, or its last where it is shorter."""
    first = first_of_month(today, months)
    return first.replace(day=min(today.day, last_of_month(first.year, first.month).day))


def _nearest_month_with(number: int, today: date, step: int) -> date:
    months = (_existing(first_of_month(today, step * away), number) for away in (1, 2))
    return next(found for found in months if found)
