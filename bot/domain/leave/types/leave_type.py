"""A kind of leave, as data: how it is counted, what it takes, who has a say, where its rule comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from bot.domain.leave.amounts import Counting


class Kept(StrEnum):
    """Where its balance comes from."""

    NONE = "none"  # no balance: each request is judged by itself
    SERVICE = "service"  # so many days a year, by cumulative service
    OVERTIME = "overtime"  # hours worked on rest days
    YEARLY = "yearly"  # `most` anew each year


class Sight(StrEnum):
    """Who may read the reason; everybody else reads the type's name."""

    APPROVERS = "approvers"
    HR = "hr"


class Say(StrEnum):
    """What a manager may do with a request."""

    FULL = "full"  # agree or refuse
    DATES = "dates"  # the leave is a right: only other dates may be proposed
    NONE = "none"  # a right, at its own time: he is told


class Mark(StrEnum):
    """How well a number is known."""

    READ = "V"  # in the legal text itself
    SECOND_HAND = "S"
    UNVERIFIED = "U"


class Per(StrEnum):
    """What `most` is for."""

    EVENT = "event"  # a wedding, a birth, a death
    YEAR = "year"
    CHILD_YEAR = "child_year"  # counted from the child's birthday


@dataclass(frozen=True, slots=True)
class Papers:
    """`over`: asked for where the leave is longer, in the type's counting. `within`: days after it; None: before."""

    what: str
    over: Decimal = Decimal(0)
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """More of it for who qualifies; `always`: for everybody of the region. Months are added after the days.

    `postponed`: statutory holidays in it don't count, it ends later.
    """

    label: str
    days: int = 0
    months: int = 0
    always: bool = False
    postponed: bool = False
    source: str = ""
    mark: Mark = Mark.UNVERIFIED


@dataclass(frozen=True, slots=True)
class LeaveType:
    """Amounts are in the type's own counting; `unit` is the least of it, `notice` are working days ahead.

    `hour_unit`: of a type counted in days, the least of it in hours where it is asked for by the clock (None: `unit`).
    `lasts`: how many days where only the start is said. `most`: the highest without HR's word, None: no limit is known.
    `relations`: the most for each relation (丧假). `after_months`: of continuous work before there is any.
    `asks`: what only HR can say, asked of them and never guessed. `needs_hr`: HR looks at every request.
    """

    name: str
    others: tuple[str, ...] = ()
    counting: Counting = Counting.WORKING
    unit: Decimal = Decimal("0.5")
    hour_unit: Decimal | None = None
    kept: Kept = Kept.NONE
    pay: str = ""
    papers: Papers | None = None
    sight: Sight = Sight.APPROVERS
    say: Say = Say.FULL
    needs_hr: bool = False
    notice: int = 0
    most: Decimal | None = None
    per: Per = Per.EVENT
    lasts: int | None = None
    extras: tuple[Extra, ...] = ()
    relations: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    after_months: int = 0
    asks: tuple[str, ...] = ()
    splits: bool = True
    recurs: bool = False
    on: bool = True
    source: str = ""
    mark: Mark = Mark.UNVERIFIED

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.others)

    @property
    def has_balance(self) -> bool:
        return self.kept is not Kept.NONE

    def wants_papers(self, amount: Decimal) -> bool:
        return self.papers is not None and amount > self.papers.over

    def limit(self, relation: str = "") -> Decimal | None:
        """The most for one event, or in one of `per`; what always comes on top is in it. None: nobody knows."""
        if relation in self.relations:
            return self.relations[relation]
        always = sum(extra.days for extra in self.extras if extra.always)
        return None if self.most is None else self.most + always
