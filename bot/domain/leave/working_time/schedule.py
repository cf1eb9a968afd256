"""When one person works: by the roster where there is one, else by the calendar and the usual shift."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from types import MappingProxyType

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.domain.calendar.span import Half


@dataclass(frozen=True)
class Schedule:
    """`roster`: each day that it covers -> the shift of that day, None for a day off; the calendar has no say there.

    A shift that is itself `rostered` is worked on every day that the roster doesn't cover. Behind the roster's last day
    it is the calendar that counts until the next one is out, and that count is provisional.
    """

    calendar: Calendar = field(default_factory=Calendar)
    shift: Shift = DAY_SHIFT
    roster: Mapping[date, Shift | None] = field(default_factory=lambda: MappingProxyType({}))

    def shift_on(self, on: date) -> Shift | None:
        """None: not a day of work."""
        if on in self.roster:
            return self.roster[on]
        return self.shift if self.shift.rostered or self.calendar.is_workday(on) else None

    def half_off(self, on: date) -> Half | None:
        """The half of a working day that the company gives off; a roster has its own hours."""
        return None if self.by_roster(on) else self.calendar.half_off(on)

    def is_worked(self, on: date) -> bool:
        return self.shift_on(on) is not None

    def by_roster(self, on: date) -> bool:
        return self.shift.rostered or on in self.roster

    def date_of(self, moment: datetime) -> date:
        """The day whose shift a moment belongs to: after midnight, a night shift is still yesterday's."""
        yesterday = moment.date() - timedelta(days=1)
        shift = self.roster.get(yesterday, self.shift)
        return shift.date_of(moment) if shift else moment.date()

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether a year that isn't published, or a roster that isn't out, decides on any of these days."""
        return self.is_beyond(last) or self.is_unpublished(first, last)

    def is_beyond(self, last: date) -> bool:
        """Whether the roster ends before that day."""
        return self.rostered_until is not None and self.rostered_until < last

    @property
    def rostered_until(self) -> date | None:
        return max(self.roster, default=None)

    def is_unpublished(self, first: date, last: date) -> bool:
        """Whether a year that isn't published decides on any of these days."""
        return any(self.calendar.is_provisional(*stretch) for stretch in self._by_calendar(first, last))

    def ensure_settled(self, first: date, last: date) -> None:
        """Raises UserError where not even a provisional count is possible (Calendar.ensure_settled)."""
        for stretch in self._by_calendar(first, last):
            self.calendar.ensure_settled(*stretch)

    def next_worked(self, after: date) -> date:
        """The first day of work after a day."""
        return next(each for each in days_from(after + timedelta(days=1)) if self.is_worked(each))

    def _by_calendar(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """The stretches that no roster covers, first and last day of each."""
        for rostered, group in groupby(days_between(first, last), self.by_roster):
            if not rostered:
                stretch = list(group)
                yield stretch[0], stretch[-1]


def days_between(first: date, last: date) -> Iterator[date]:
    """Both included."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def days_from(first: date) -> Iterator[date]:
    return days_between(first, date.max)
