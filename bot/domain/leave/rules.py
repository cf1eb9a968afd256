"""What one company says of leave: its types, the facts that HR has entered, whose hours differ from the usual."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import Shift
from bot.domain.leave.catalogue import Catalogue, leave_types
from bot.domain.leave.entitlement import AnnualRules, Grant, Service, grants
from bot.domain.leave.schedule import Schedule
from bot.domain.leave.types import Kept, LeaveType
from bot.domain.leave.yearly import yearly
from bot.identifiers import UserId

Given = Mapping[int, Mapping[str, Decimal]]
_NOTHING: Final[Given] = MappingProxyType({})


@cache
def national() -> Catalogue:
    return leave_types()


@dataclass(frozen=True, slots=True)
class Facts:
    """What HR knows of one person; None or nothing where nobody does.

    `given`: a year -> a type -> what that year gives by HR's word, whatever the service says. `children`: birthdays.
    """

    service: Service | None = None
    shift: Shift | None = None
    given: Given = field(default_factory=lambda: _NOTHING)
    children: tuple[date, ...] = ()


UNKNOWN = Facts()


@dataclass(frozen=True)
class Credit:
    """What a year gives somebody of a type; `until`: the last day on which it can be taken."""

    grants: tuple[Grant, ...]
    until: date | None


@dataclass(frozen=True)
class LeaveRules:
    """`people`: without whoever nothing is known of."""

    types: Catalogue = field(default_factory=national)
    annual: AnnualRules = field(default_factory=AnnualRules)
    people: Mapping[UserId, Facts] = field(default_factory=lambda: MappingProxyType({}))

    def facts(self, user: UserId) -> Facts:
        return self.people.get(user, UNKNOWN)

    def with_facts(self, people: Mapping[UserId, Facts]) -> "LeaveRules":
        """The same, but for these people."""
        return replace(self, people=MappingProxyType({**self.people, **people}))

    def schedule(self, user: UserId, calendar: Calendar, usual: Shift) -> Schedule:
        return Schedule(calendar, self.facts(user).shift or usual)

    def credit(self, kind: LeaveType, user: UserId, year: int) -> Credit | None:
        """None: the type has no balance, or nobody has said what this person has."""
        facts, last = self.facts(user), date(year, 12, 31)
        said = facts.given.get(year, {}).get(kind.name)
        if said is not None and kind.has_balance:
            return Credit((Grant(date(year, 1, 1), said, "人力资源登记"),) if said else (), last)
        if kind.kept is Kept.SERVICE and facts.service:
            return Credit(grants(facts.service, year, self.annual), last)
        if kind.kept is Kept.YEARLY and (given := yearly(kind, date(year, 1, 1))):
            return Credit((given.grant,), given.until)
        return None
