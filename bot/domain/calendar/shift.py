"""When somebody works: a day's hours with their breaks. A shift over midnight belongs to the day it starts on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Final

from bot.domain.calendar.span import Half
from bot.patterns import regex

_HOURS: Final = regex(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")


@dataclass(frozen=True, slots=True)
class Shift:
    """`breaks` lie inside it, in order. `rostered`: works by a roster, so the public calendar doesn't apply."""

    start: time
    end: time
    breaks: tuple[tuple[time, time], ...] = ()
    rostered: bool = False

    @property
    def over_midnight(self) -> bool:
        return self.end <= self.start

    @property
    def minutes(self) -> int:
        """Worked in a whole shift; its breaks are taken off."""
        return sum(_minutes(first, last) for first, last in self.hours(date.min + timedelta(days=1), None))

    def hours(self, on: date, zone: tzinfo | None) -> Iterator[tuple[datetime, datetime]]:
        """What is worked in the shift that starts on `on`, without its breaks."""
        since = self.begins(on, zone)
        for first, last in self.breaks:
            yield since, self._after_start(first, on, zone)
            since = self._after_start(last, on, zone)
        yield since, self.ends(on, zone)

    def half(self, half: Half, on: date, zone: tzinfo | None) -> tuple[datetime, datetime]:
        """From the start to the longest break, or from there to the end; without a break, split in the middle."""
        noon = max(self.breaks, key=lambda each: _span(*each), default=None)
        middle = self.begins(on, zone) + (self.ends(on, zone) - self.begins(on, zone)) / 2
        if half is Half.AM:
            return self.begins(on, zone), self._after_start(noon[0], on, zone) if noon else middle
        return self._after_start(noon[1], on, zone) if noon else middle, self.ends(on, zone)

    def begins(self, on: date, zone: tzinfo | None) -> datetime:
        return datetime.combine(on, self.start, zone)

    def ends(self, on: date, zone: tzinfo | None) -> datetime:
        return datetime.combine(on + timedelta(days=self.over_midnight), self.end, zone)

    def date_of(self, moment: datetime) -> date:
        """The day whose shift a moment belongs to: after midnight, a night shift is still yesterday's."""
        yesterday = self.over_midnight and moment.time() < self.end
        return moment.date() - timedelta(days=yesterday)

    def covers(self, moment: time) -> bool:
        """Whether a time of day lies in the shift; breaks and its two ends do as well."""
        if self.over_midnight:
            return moment >= self.start or moment <= self.end
        return self.start <= moment <= self.end

    @property
    def said(self) -> str:
        """`08:30 到 18:00`"""
        return f"{self.start:%H:%M} 到 {'次日 ' if self.over_midnight else ''}{self.end:%H:%M}"

    def _after_start(self, moment: time, on: date, zone: tzinfo | None) -> datetime:
        return datetime.combine(on + timedelta(days=moment < self.start), moment, zone)


def read_shift(text: str, *, rostered: bool = False) -> Shift:
    """`22:00-06:00`, or with its breaks taken out `08:30-12:00 13:30-18:00`. Raises ValueError."""
    hours = [(time(int(h1), int(m1)), time(int(h2), int(m2))) for h1, m1, h2, m2 in _HOURS.findall(text)]
    if not hours:
        raise ValueError(f"no hours like 08:30-12:00 in {text!r}")
    breaks = tuple((first[1], second[0]) for first, second in pairwise(hours))
    return Shift(hours[0][0], hours[-1][1], breaks, rostered=rostered)


DAY_SHIFT: Final = Shift(time(8, 30), time(18), ((time(12), time(13, 30)),))


def _minutes(first: datetime, last: datetime) -> int:
    return int((last - first).total_seconds()) // 60


def _span(first: time, last: time) -> int:
    return (last.hour - first.hour) % 24 * 60 + last.minute - first.minute
