"""Somebody else's book of a year of leave: its own calendar, its own arithmetic, nothing of the bot's.

2026 as published (国务院办公厅, 2025-11-04). Annual leave by 职工带薪年休假条例 art. 3 and 企业职工带薪年休假实施办法
art. 5: a new employee has his share in whole days; a year in which ten years are reached is shared out by days.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from math import floor

from bot.identifiers import UserId

_OFF = (
    (date(2026, 1, 1), 3),
    (date(2026, 2, 15), 9),
    (date(2026, 4, 4), 3),
    (date(2026, 5, 1), 5),
    (date(2026, 6, 19), 3),
    (date(2026, 9, 25), 3),
    (date(2026, 10, 1), 7),
)
REST = frozenset(day + timedelta(days=n) for day, length in _OFF for n in range(length))
MAKE_UP = frozenset(date(2026, *on) for on in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)))


_HALVES = {"AM": "上午", "PM": "下午"}


def works(day: date) -> bool:
    return day in MAKE_UP or (day.weekday() < 5 and day not in REST)


@dataclass(frozen=True, slots=True)
class Service:
    """`began` to work for anybody, `joined` this company."""

    began: date
    joined: date


@dataclass(slots=True)
class Away:
    """What somebody typed. `half`: AM or PM of a single day."""

    user: UserId
    kind: str
    first: date
    last: date
    half: str | None = None
    number: str = ""

    @property
    def typed(self) -> str:
        if self.first == self.last:
            return f"{self.first.isoformat()}{_HALVES[self.half] if self.half else ''}"
        return f"{self.first.isoformat()}至{self.last.isoformat()}"

    @property
    def halves(self) -> frozenset[tuple[date, str]]:
        """The half days of it, worked or not."""
        days = ((self.last - self.first).days + 1) if self.last >= self.first else 0
        every = (self.first + timedelta(days=n) for n in range(days))
        return frozenset((day, half) for day in every for half in ("AM", "PM") if self.half in (None, half))

    @property
    def cost(self) -> Decimal:
        return Decimal(sum(works(day) for day, _ in self.halves)) / 2


@dataclass
class Book:
    services: Mapping[UserId, Service]
    _held: dict[str, Away] = field(default_factory=dict)
    _of: defaultdict[UserId, list[Away]] = field(default_factory=lambda: defaultdict(list))

    def __contains__(self, number: object) -> bool:
        return number in self._held

    def add(self, away: Away) -> None:
        self._held[away.number] = away
        self._of[away.user].append(away)

    def drop(self, away: Away) -> None:
        if self._held.pop(away.number, None):
            self._of[away.user].remove(away)

    def spent(self, user: UserId) -> Decimal:
        """What is asked for or used of 年假."""
        return sum((away.cost for away in self._of[user] if away.kind == "年假"), Decimal(0))

    def objections(self, away: Away) -> frozenset[str]:
        """Why it can't be: `rest`, `overlap`, `quota`; `quota?` where only the days' order tells."""
        return frozenset(self._objections(away))

    def _objections(self, away: Away) -> Iterator[str]:
        if not away.cost:
            yield "rest"
        if any(away.halves & other.halves for other in self._of[away.user]):
            yield "overlap"
        if away.kind != "年假":
            return
        if self.spent(away.user) + away.cost > self.total(away.user):
            yield "quota"
        elif len(self._parts(away.user)) > 1 or away.first < self.services[away.user].joined:
            yield "quota?"  # what comes in the midst of the year can't be taken before it

    def total(self, user: UserId) -> Decimal:
        """All days of 2026."""
        parts, joined = self._parts(user), self.services[user].joined
        if joined.year == 2026 and joined > date(2026, 1, 1):
            return Decimal(floor(sum(days * rate for days, rate in parts) / 365))
        if len(parts) == 1:
            return Decimal(parts[0][1])
        return Decimal(floor(sum(days * rate for days, rate in parts) / 365 * 2)) / 2

    def _parts(self, user: UserId) -> list[tuple[int, int]]:
        """Stretches of the year here, as days and the days of leave of a whole year at that rate."""
        return list(self._stretches(self.services[user]))

    def _stretches(self, service: Service) -> Iterator[tuple[int, int]]:
        begin, end = max(date(2026, 1, 1), service.joined), date(2027, 1, 1)
        step = service.began.replace(year=2026)
        rates = [_rate(2026 - service.began.year - (step > day)) for day in (begin, end - timedelta(days=1))]
        if rates[0] == rates[1]:
            yield (end - begin).days, rates[0]
        else:
            yield (step - begin).days, rates[0]
            yield (end - step).days, rates[1]


def _rate(years: int) -> int:
    return 15 if years >= 20 else 10 if years >= 10 else 5 if years >= 1 else 0
