"""What tokens make when they belong together: a point in time, several, a range, a length."""

from dataclasses import dataclass, field

from bot.when.results.duration import SaidDuration
from bot.when.said.day_ref import DayRef
from bot.when.said.times import Clock, Edge, Part, TimeAway


@dataclass(slots=True)
class Point:
    """A day, said once or twice over (11月25日 周三), and a time of it. Without a day it is that of its neighbour."""

    days: list[DayRef] = field(default_factory=list)
    part: Part | Edge | None = None
    clock: Clock | None = None
    away: TimeAway | None = None
    start: int = 0
    end: int = 0

    @property
    def timed(self) -> bool:
        return self.clock is not None or self.away is not None or isinstance(self.part, Edge)


@dataclass(slots=True)
class Phrase:
    """`points` are one, the two ends of a range (`to`), or days in a row.

    `until`: it begins with 到. `back`: the last day is the first one at work again. `open`: 开始. `onward`: 以后.
    `lasting` is how long, where that stands right beside it. `either`: its points are to choose from. `unclear`: it
    says more than one request can be, or takes something back.
    """

    start: int
    end: int
    points: list[Point] = field(default_factory=list)
    to: bool = False
    until: bool = False
    back: bool = False
    open: bool = False
    onward: bool = False
    lasting: SaidDuration | None = None
    either: bool = False
    unclear: bool = False

    @property
    def dated(self) -> bool:
        return any(point.days for point in self.points)
