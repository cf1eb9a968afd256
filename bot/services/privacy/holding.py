"""Something that is held about somebody, as he himself reads it. Each area brings its own."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.dates import day_seen
from bot.domain.retention import Retention
from bot.shapes.context import Context


@dataclass(frozen=True, slots=True)
class Holding:
    """`many` in `unit`s of `what`; `since`: the oldest is of that day. `until`: when it goes. `how`: to read it."""

    what: str
    many: int
    unit: str
    until: str
    since: date | None = None
    how: str = ""

    def said(self, today: date) -> str:
        """`· 出差 2 条，最早 11月23日(周一)；当年结束 2 年后删除。`"""
        since = f"，最早 {day_seen(self.since, today)}" if self.since else ""
        return f"· {self.what} {self.many} {self.unit}{since}；{self.until}。{self.how}"


Bringing = Callable[[Context], Awaitable[Sequence[Holding]]]


def oldest(days: Iterable[date]) -> date | None:
    return min(days, default=None)


def after_its_year(retention: Retention) -> str:
    return f"当年结束 {retention.years} 年后删除"


def after_leaving(retention: Retention) -> str:
    return f"在职时保留，离职当年结束 {retention.years} 年后删除"
