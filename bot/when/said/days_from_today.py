"""Days counted from today: 明天, 三天后, 明后天."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.when.results.duration import Duration
from bot.when.said.day_ref import Stretches, just
from bot.when.said.month_days import months_later
from bot.when.view import View


@dataclass(frozen=True, slots=True)
class Offset:
    """昨天, 大后天"""

    days: int

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        return just(view.today + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class Away:
    """三天后, 两周前, 一个月后: always days as they come"""

    duration: Duration
    back: bool

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        days = timedelta(days=self.duration.half_days // 2)
        if self.back:
            return just(months_later(view.today, -self.duration.months) - days)
        return just(months_later(view.today, self.duration.months) + days)


@dataclass(frozen=True, slots=True)
class Together:
    """明后天, 今明两天"""

    first: int
    last: int

    def stretches(self, view: View, start: date | None = None) -> Stretches:
        return ((view.today + timedelta(days=self.first), view.today + timedelta(days=self.last)),)
