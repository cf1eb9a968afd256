"""Holidays by name, and days counted from them: 国庆, 国庆第二天, 春节前两天, 节后第一天."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from bot.domain.calendar import lunar
from bot.domain.calendar.statutory import HOLIDAYS, holiday_days, make_up_days
from bot.errors import Code, UserError
from bot.when.results.outcomes import Impossible, Refused, Vague
from bot.when.said.day_ref import Stretch, Stretches
from bot.when.view import View

MOST: Final = 30  # days counted from a holiday
NEW_YEAR: Final = "春节"


class Place(Enum):
    WHOLE = "the days off"
    ITSELF = "its own day"
    NTH = "the nth day of it"
    LAST = "its last day off"
    BEFORE = "the n days before"
    AFTER = "the n days after"
    NTH_BEFORE = "the nth day before"
    NTH_AFTER = "the nth day after"


@dataclass(frozen=True, slots=True)
class Festival:
    """One of HOLIDAYS; `name` is None for the next one, whichever it is: 节前三天.

    Before and after are counted in working days from the days off, or in days as they come (`view.by_calendar`).
    """

    name: str | None
    place: Place = Place.WHOLE
    number: int = 1
    year: int | None = None
    years: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        if not 1 <= self.number <= MOST:
            raise Refused(Vague("离节日这么远，请直接写日期，例如 11月25日。"))
        name = self.name or self._nearest_name(view)
        return (self._stretch(name, self._year(name, view, start), view),)

    def _stretch(self, name: str, year: int, view: View) -> Stretch:
        itself, (first, last) = festival_day(name, year), _off(name, year, view)
        match self.place:
            case Place.WHOLE:
                return first, last
            case Place.BEFORE | Place.NTH_BEFORE:
                found = _step(first, -self.number, view)
                return found, (found if self.place is Place.NTH_BEFORE else _step(first, -1, view))
            case Place.ITSELF | Place.NTH:
                found = itself + timedelta(days=self.number - 1)
                return found, found
        _ensure_end_known(name, year, view)
        if self.place is Place.LAST:
            return last, last
        found = _step(last, self.number, view)
        return (found if self.place is Place.NTH_AFTER else _step(last, 1, view)), found

    def _year(self, name: str, view: View, start: date | None) -> int:
        """The nearest one that isn't over yet, or that has begun when looking back."""
        if self.year is not None or self.years is not None:
            return self.year or view.today.year + (self.years or 0)
        since = start or view.today
        for year in (since.year, since.year + 1) if view.ahead else (since.year, since.year - 1):
            first, last = _off(name, year, view)
            if (last >= since) if view.ahead else (first <= since):
                return year
        return since.year

    def _nearest_name(self, view: View) -> str:
        begins = {name: _off(name, self._year(name, view, None), view)[0] for name in HOLIDAYS}
        ahead = [name for name in HOLIDAYS if begins[name] > view.today]
        return min(ahead or HOLIDAYS, key=begins.__getitem__)


@dataclass(frozen=True, slots=True)
class NewYearDay:
    """除夕 (-1), 大年初三 (2), 元宵 (14): days from the first of the first lunar month."""

    days: int
    year: int | None = None
    years: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        since = start or view.today
        if self.year is not None or self.years is not None:
            found = self._in(self.year or view.today.year + (self.years or 0))
        elif view.ahead:
            found = next(found for year in (since.year, since.year + 1) if (found := self._in(year)) >= since)
        else:
            found = next(found for year in (since.year, since.year - 1) if (found := self._in(year)) <= since)
        return ((found, found),)

    def _in(self, year: int) -> date:
        return festival_day(NEW_YEAR, year) + timedelta(days=self.days)


def festival_day(name: str, year: int) -> date:
    """The day itself: 春节 is the first of the first lunar month, not its eve. Raises Refused beyond the table."""
    if name in lunar.ORDER and lunar.known(year):
        return lunar.lunar_holiday(name, year)
    if name in lunar.ORDER or not 1 < year < 9999:
        raise Refused(Impossible(f"我还不知道{year}年的{name}是哪天。请直接写日期。"))
    return holiday_days(name, year)[0]


def _off(name: str, year: int, view: View) -> Stretch:
    own = festival_day(name, year)
    return view.calendar.holiday(name, year) or (own, own)


def _step(when: date, number: int, view: View) -> date:
    return when + timedelta(days=number) if view.by_calendar else view.calendar.add_workdays(when, number)


def _ensure_end_known(name: str, year: int, view: View) -> None:
    """A holiday that partly falls on a weekend is made up for nobody knows when, until its year is published."""
    made_up = [when for when, holiday in make_up_days(year).items() if holiday == name]
    try:
        if made_up:
            view.calendar.ensure_settled(made_up[0], made_up[0])
    except UserError as error:
        raise Refused(Impossible(error.sentence, Code.UNPUBLISHED_YEAR)) from None
