"""Days of the week and whole weeks, and what a Sunday does to them."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from bot.when.results.outcomes import Refused, Vague
from bot.when.said.day_ref import Stretch, Stretches, just
from bot.when.view import View

SUNDAY: Final = 6


@dataclass(frozen=True, slots=True)
class WeekDay:
    """周三, 下周二, 周三四 (`weeks` from this one, None where it isn't said); Monday is 0."""

    days: tuple[int, ...]
    weeks: int | None = None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        if any(second - first != 1 for first, second in pairwise(self.days)):
            raise Refused(Vague("这几天不相连，请一次写一段，例如 周一到周三。"))
        length = timedelta(days=len(self.days) - 1)
        return tuple((first, first + length) for first in self._firsts(view, start))

    def _firsts(self, view: View, start: date | None) -> tuple[date, ...]:
        today, wanted = view.today, self.days[0]
        if self.weeks is None and start:
            return (start + timedelta(days=(wanted - start.weekday()) % 7),)
        if self.weeks is None:
            return self._nearest(view)
        said = today + timedelta(days=7 * self.weeks + wanted - today.weekday())
        if today.weekday() != SUNDAY or (self.weeks == 0 and said >= today):
            return (said,)
        return self._on_sunday(said, view)

    def _nearest(self, view: View) -> tuple[date, ...]:
        today, wanted = view.today, self.days[0]
        if today.weekday() == wanted:
            return (today, today + timedelta(days=7)) if view.ahead else (today,)
        away = (wanted - today.weekday()) % 7
        return (today + timedelta(days=away if view.ahead else away - 7),)

    def _on_sunday(self, said: date, view: View) -> tuple[date, ...]:
        """On a Sunday nobody agrees which week is this one: it ends today, or began today."""
        other = said + timedelta(days=7)
        if not self.weeks:
            return (said, other) if view.ahead else (said,)
        if self.weeks > 0:
            return (said, other)
        return (other, said) if other < view.today else (said,)


@dataclass(frozen=True, slots=True)
class Week:
    """下周, 本周: from its first working day to its last"""

    weeks: int

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        monday = view.today + timedelta(days=7 * self.weeks - view.today.weekday())
        weeks = [monday]
        if view.today.weekday() == SUNDAY:
            weeks = [monday, monday + timedelta(days=7)] if self.weeks >= 0 else [monday + timedelta(days=7), monday]
        found = [_worked(first, view) for first in weeks]
        if not self.weeks and view.ahead and found[0][1] >= view.today:
            return ((max(found[0][0], view.today), found[0][1]),)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Weekend:
    """周末, 下周末"""

    weeks: int | None

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        days = WeekDay((5,), self.weeks).stretches(view, start)
        if self.weeks is None and view.today.weekday() == SUNDAY and view.ahead:
            days = (just(view.today)[0], *days)
        return tuple((first, first if first.weekday() == SUNDAY else first + timedelta(days=1)) for first, _ in days)


def _worked(monday: date, view: View) -> Stretch:
    sunday = monday + timedelta(days=6)
    worked = view.calendar.workdays(monday, sunday)
    return (worked[0], worked[-1]) if worked and not view.by_calendar else (monday, sunday)
