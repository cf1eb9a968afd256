"""What one company says of leave: its types, the facts that HR has entered, whose hours differ from the usual."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import Shift
from bot.domain.leave.anniversaries import years_after
from bot.domain.leave.ledgers.entitlement import AnnualRules, Grant, Service, grants
from bot.domain.leave.ledgers.time_limits import TimeLimits
from bot.domain.leave.ledgers.yearly import YearsGrant, yearly
from bot.domain.leave.requests.coverage import CoverageRule
from bot.domain.leave.types.catalogue import Catalogue, leave_types
from bot.domain.leave.types.leave_type import Kept, LeaveType, Per
from bot.domain.leave.working_time.duties import Months, roster
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId

Given = Mapping[int, Mapping[str, Decimal]]
_NOTHING: Final[Given] = MappingProxyType({})


@cache
def national() -> Catalogue:
    return leave_types()


@dataclass(frozen=True, slots=True)
class Facts:
    """What HR knows of one person; None or nothing where nobody does.

    Of each year and type: `given` is what that year gives by HR's word, whatever the service says; `carried` what was
    left of the year before, `used` what was taken in it, both before this ledger was kept. `children`: birthdays.
    """

    service: Service | None = None
    shift: Shift | None = None
    given: Given = field(default_factory=lambda: _NOTHING)
    carried: Given = field(default_factory=lambda: _NOTHING)
    used: Given = field(default_factory=lambda: _NOTHING)
    children: tuple[date, ...] = ()


UNKNOWN = Facts()


@dataclass(frozen=True, slots=True)
class Credit:
    """What the account of a year gives somebody of a type; `until`: the last day on which it can be taken."""

    year: int
    grants: tuple[Grant, ...]
    until: date


@dataclass(frozen=True)
class LeaveRules:
    """`people`: as configured, without whoever nothing is known of. `told`: all that is known of those of whom HR has
    said something since. `duties`: of whom rosters are kept; `shifts`: what its words mean, as 夜 20:00-08:00."""

    types: Catalogue = field(default_factory=national)
    annual: AnnualRules = field(default_factory=AnnualRules)
    people: Mapping[UserId, Facts] = field(default_factory=lambda: MappingProxyType({}))
    told: Mapping[UserId, Facts] = field(default_factory=lambda: MappingProxyType({}))
    duties: Mapping[UserId, Months] = field(default_factory=lambda: MappingProxyType({}))
    shifts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    limits: TimeLimits = field(default_factory=TimeLimits)
    coverage: tuple[CoverageRule, ...] = ()
    sick_in_leave: bool = True  # HR may turn days of a leave on which somebody lay ill into sick leave

    def facts(self, user: UserId) -> Facts:
        return self.told.get(user) or self.configured(user)

    def configured(self, user: UserId) -> Facts:
        return self.people.get(user, UNKNOWN)

    def with_facts(self, told: Mapping[UserId, Facts]) -> "LeaveRules":
        """The same, but for these people."""
        return replace(self, told=MappingProxyType({**self.told, **told}))

    def with_duties(self, duties: Mapping[UserId, Months]) -> "LeaveRules":
        """The same, but for the months of these people."""
        after = {user: {**self.duties.get(user, {}), **months} for user, months in duties.items()}
        return replace(self, duties=MappingProxyType({**self.duties, **after}))

    def schedule(self, user: UserId, calendar: Calendar, usual: Shift) -> Schedule:
        return Schedule(calendar, self.facts(user).shift or usual, roster(self.duties.get(user, {})))

    def credits(self, kind: LeaveType, user: UserId, year: int) -> tuple[Credit, ...] | None:
        """All that serves days of a year; a child's year begins in the one before. None: the type has no balance, or
        nobody has said what this person has."""
        facts, last = self.facts(user), date(year, 12, 31)
        said = facts.given.get(year, {}).get(kind.name)
        if said is not None and kind.has_balance:
            return (Credit(year, (Grant(date(year, 1, 1), said, "人力资源登记"),) if said else (), last),)
        if kind.kept is Kept.SERVICE and facts.service:
            return (Credit(year, grants(facts.service, year, self.annual), last),)
        if kind.per is Per.CHILD_YEAR and kind.kept is Kept.YEARLY:
            return _for_children(kind, year, facts.children)
        if kind.kept is Kept.YEARLY and (given := yearly(kind, date(year, 1, 1))):
            return (Credit(year, (given.grant,), given.until),)
        return None


def _for_children(kind: LeaveType, year: int, children: Iterable[date]) -> tuple[Credit, ...] | None:
    """Each child's years apart; those of one birthday end together, and are one credit."""
    found: dict[date, list[YearsGrant]] = {}
    for born in children:
        for on in (date(year, 1, 1), years_after(born, max(0, year - born.year))):
            given = yearly(kind, on, born)
            if given and not any(each.born == born for each in found.get(given.until, ())):
                found.setdefault(given.until, []).append(given)
    if not found:
        return None
    return tuple(
        Credit(each[0].year, (_together([every.grant for every in each]),), until)
        for until, each in sorted(found.items())
    )


def _together(given: Sequence[Grant]) -> Grant:
    days = sum((each.days for each in given), Decimal(0))
    return Grant(given[0].since, days, "；".join(each.why for each in given))
