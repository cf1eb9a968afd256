"""The working calendar: official notices, the law where no notice is out yet, and the company's own days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.official import official_years
from bot.domain.calendar.quiet_hours import USUAL, QuietHours
from bot.domain.calendar.span import Half
from bot.domain.calendar.statutory import PARTIAL_DAYS, holiday_days, make_up_days, statutory_days
from bot.domain.calendar.year_table import YearTable
from bot.domain.dates import day, days
from bot.errors import Code, Defect, UserError

FARTHEST = 400  # days to look for a working day; whoever closes for longer has no calendar


def _nothing() -> Mapping[date, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Calendar:
    """`company` maps the company's own days off to their names, `sites` does so for each site.

    `half_days`: of which one half is off, with its name; they are worked all the same. `company_work`: days of rest
    that the company works in exchange. A statutory day stays one, whatever the company says. `quiet`: hours at which
    people are left in peace on days that are worked, too.
    """

    years: Mapping[int, YearTable] = field(default_factory=official_years)
    company: Mapping[date, str] = field(default_factory=_nothing)
    half_days: Mapping[date, tuple[Half, str]] = field(default_factory=lambda: MappingProxyType({}))
    company_work: Mapping[date, str] = field(default_factory=_nothing)
    sites: Mapping[str, Mapping[date, str]] = field(default_factory=lambda: MappingProxyType({}))
    quiet: QuietHours = USUAL

    def at(self, site: str) -> "Calendar":
        """As people of one site see it."""
        return replace(self, company=MappingProxyType({**self.company, **self.sites.get(site, {})}))

    def with_year(self, table: YearTable) -> "Calendar":
        return replace(self, years=MappingProxyType({**self.years, table.year: table}))

    def with_company(
        self, off: Mapping[date, str], half_days: Mapping[date, tuple[Half, str]], work: Mapping[date, str]
    ) -> "Calendar":
        """With these days of the company's own in place of those it has."""
        return replace(
            self,
            company=MappingProxyType(dict(off)),
            half_days=MappingProxyType(dict(half_days)),
            company_work=MappingProxyType(dict(work)),
        )

    def is_published(self, year: int) -> bool:
        table = self.years.get(year)
        return table is not None and table.published

    def kind(self, when: date) -> DayKind:
        if when in statutory_days(when.year):
            return DayKind.STATUTORY
        if when in self.company_work:
            return DayKind.ADJUSTED_WORK
        weekend = when.weekday() >= 5
        if when in self._off:
            return DayKind.WEEKEND if weekend else DayKind.ADJUSTED_REST
        exchanged = when in self._work
        if when in self.company and (exchanged or not weekend):
            return DayKind.COMPANY
        if weekend:
            return DayKind.ADJUSTED_WORK if exchanged else DayKind.WEEKEND
        return DayKind.PARTIAL if (when.month, when.day) in PARTIAL_DAYS else DayKind.WORK

    def is_workday(self, when: date) -> bool:
        return self.kind(when).worked

    def name(self, when: date) -> str | None:
        """The holiday or company day that keeps people at home, half a day too, or `妇女节` and the like; else None."""
        official = statutory_days(when.year).get(when) or self._off.get(when)
        own = self.company.get(when) or self.half_days.get(when, (None, ""))[1]
        return official or own or PARTIAL_DAYS.get((when.month, when.day))

    def worked_for(self, when: date) -> str | None:
        """The holiday in exchange for which a day of rest is worked; empty where the company doesn't say."""
        return self.company_work.get(when, self._work.get(when))

    def half_off(self, when: date) -> Half | None:
        """The half of a working day that the company gives off."""
        return self.half_days[when][0] if when in self.half_days and self.is_workday(when) else None

    def workdays(self, start: date, end: date) -> tuple[date, ...]:
        """From `start` to `end`, both included."""
        return tuple(each for each in _each_day(start, end) if self.is_workday(each))

    def next_workday(self, after: date) -> date:
        return self.add_workdays(after, 1)

    def previous_workday(self, before: date) -> date:
        return self.add_workdays(before, -1)

    def add_workdays(self, start: date, number: int) -> date:
        """The `number`th working day after `start`, or before it if negative."""
        step, left, when, idle = timedelta(days=1 if number > 0 else -1), abs(number), start, 0
        while left:
            when += step
            worked = self.is_workday(when)
            left, idle = (left - 1, 0) if worked else (left, idle + 1)
            if idle > FARTHEST:
                raise Defect("the calendar has no working days")
        return when

    def nth_workday(self, year: int, month: int, number: int) -> date | None:
        """The `number`th working day of a month, or from its end if negative; None if there are fewer."""
        found = self.workdays(date(year, month, 1), last_of_month(year, month))
        return found[number - (number > 0)] if abs(number) <= len(found) else None

    def is_provisional(self, start: date, end: date) -> bool:
        """Whether the count may change because a year of it isn't published yet."""
        return not all(map(self.is_published, range(start.year, end.year + 1)))

    def ensure_settled(self, start: date, end: date) -> None:
        """Raises UserError where not even a provisional count is possible.

        A statutory day on a weekend is made up for on some working day, and nobody knows yet on which.
        """
        if name := self.unsettled(start, end):
            year = start.year if self._unsettled_in(start, end, start.year) else end.year
            days_off, candidates = holiday_days(name, year), [d for d, n in make_up_days(year).items() if n == name]
            raise UserError(
                Code.UNPUBLISHED_YEAR,
                f"{year}年的放假安排还没公布，{name}（{days(days_off[0], days_off[-1])}）有几天落在周末，"
                f"补休放在哪天还不知道，现在算不出天数。请避开 {day(candidates[0])}前后，或等通知公布后再提交。",
            )

    def unsettled(self, start: date, end: date) -> str | None:
        """The holiday that makes counting from `start` to `end` impossible for now."""
        years = range(start.year, end.year + 1)
        return next((name for year in years if (name := self._unsettled_in(start, end, year))), None)

    def _unsettled_in(self, start: date, end: date, year: int) -> str | None:
        if self.is_published(year):
            return None
        for when, name in make_up_days(year).items():
            if start <= when <= end:
                return name
        law = statutory_days(year)
        if all(each in law for each in _each_day(start, min(end, start + timedelta(days=FARTHEST)))):
            return None
        return next((name for when, name in law.items() if start <= when <= end and when.weekday() >= 5), None)

    def holiday(self, name: str, year: int) -> tuple[date, date] | None:
        """First and last day off of one of HOLIDAYS: by the notice, or the statutory days while there is none."""
        found = holiday_days(name, year)
        if self.is_published(year):
            table = self.years[year]
            found = tuple(when for when, names in sorted(table.off.items()) if name in names.split("、")) or found
        return (found[0], found[-1]) if found else None

    @cached_property
    def _off(self) -> Mapping[date, str]:
        return {when: name for table in self._published for when, name in table.off.items()}

    @cached_property
    def _work(self) -> Mapping[date, str]:
        return {when: name for table in self._published for when, name in table.work.items()}

    @property
    def _published(self) -> Iterator[YearTable]:
        return (table for table in self.years.values() if table.published)


def last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    return following - timedelta(days=1) if following != date.max else following


def _each_day(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=number) for number in range((end - start).days + 1))
