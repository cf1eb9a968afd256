"""What somebody wants, looked at as a whole: counted, allowed or refused, with what is to be said of it.

The order of refusals is that of the contract: a time that can't be, then the rules of the matter, then state.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from bot.domain.company import Company
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.cost import Counted, Portion, count
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.ledgers.booking import Entries, reserve
from bot.domain.leave.ledgers.crediting import given_by_facts, grant
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.ledgers.taking_over import carried_in, used_before, was_registered
from bot.domain.leave.requests.checks import Remark, Wish, ensure_in_time, ensure_within, remarks
from bot.domain.leave.requests.eligibility import ensure_eligible
from bot.domain.leave.requests.request import LeaveRequest, When, bounds
from bot.domain.leave.requests.together import already_asked, ensure_free, same_wish
from bot.domain.leave.types.leave_type import Kept, LeaveType, Per
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Wanted:
    """As it was typed. `type`: the type's own name; `relation` of a 丧假; `continues`: the number it prolongs;
    `replaces`: of the one that it is moved away from."""

    type: str
    when: When
    reason: str = ""
    relation: str = ""
    retro: bool = False
    continues: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """`counted` is None for what recurs: nobody knows yet how often."""

    wanted: Wanted
    wish: Wish
    schedule: Schedule
    remarks: tuple[Remark, ...]
    counted: Counted | None = None

    @property
    def kind(self) -> LeaveType:
        return self.wish.kind

    @property
    def portions(self) -> tuple[Portion, ...]:
        return self.counted.portions if self.counted else ()

    @property
    def years(self) -> tuple[int, ...]:
        """Whose accounts it draws on."""
        return tuple(sorted({portion.on.year for portion in self.portions}))

    def said(self, today: date) -> str:
        """`年假 11月23日(周一)下午，0.5 天`"""
        when = f"{self.kind.name} {self.wish.when.said(today)}"
        return f"{when}，{self.counted.said}" if self.counted else when


def weigh(wanted: Wanted, applicant: UserId, company: Company, now: datetime) -> Weighed:
    """Raises UserError for what can't be, but for what depends on other leaves (`ensure_alone`) and on the balance
    (`reserved`)."""
    kind, schedule = company.leave.types[wanted.type], company.schedule(applicant)
    begins, ends = bounds(wanted.when, schedule, now.tzinfo)
    wish = Wish(kind, wanted.when, NOTHING, begins, ends, retro=wanted.retro, relation=wanted.relation)
    ensure_in_time(wish, schedule, now)
    ensure_eligible(kind, company.leave.facts(applicant).service, schedule.date_of(begins))
    counted = None
    if isinstance(wanted.when, Daily):
        amount, provisional = _daily(wanted.when, schedule)
    else:
        counted = count(kind, wanted.when, schedule, now.date())
        amount, provisional = counted.amount, counted.provisional
    wish = replace(wish, amount=amount, provisional=provisional)
    ensure_within(wish)
    return Weighed(wanted, wish, schedule, remarks(wish, schedule, now), counted)


def ensure_alone(weighed: Weighed, others: Iterable[LeaveRequest], now: datetime) -> None:
    """Raises UserError for the same wish again within ten minutes, and for time that is taken already."""
    own, wish = tuple(others), weighed.wish
    if before := same_wish(weighed.kind.name, wish.when, own, now):
        raise already_asked(before)
    ensure_free(wish.when, (wish.begins, wish.ends), own, now.date())


def missing_credits(
    ledger: Ledger, kind: LeaveType, applicant: UserId, years: Iterable[int], company: Company, today: date
) -> Entries:
    """What the facts give that isn't in the ledger yet, or differs from it.

    What one correction gives back, another may have waited for: it is looked at again until nothing is missing.
    """
    entries: Entries = ()
    wanted = tuple(years)
    while more := _missing(ledger.plus(entries), kind, applicant, wanted, company, today):
        entries += more
    return entries


def _missing(
    ledger: Ledger, kind: LeaveType, applicant: UserId, years: Iterable[int], company: Company, today: date
) -> Entries:
    entries: Entries = ()
    for year in years:
        known = company.leave.credits(kind, applicant, year) or ()
        wanted = [(each.year, each.until, each.grants) for each in known]
        if known or kind.per is Per.CHILD_YEAR:  # of a child whose birthday was wrong
            given = given_by_facts(ledger, kind.name, year) - {(each.year, each.until) for each in known}
            wanted += [(account, until, ()) for account, until in sorted(given)]
        for account, until, grants in wanted:
            entries += grant(ledger.plus(entries), kind.name, account, grants, until=until, on=today)
        if known:
            entries += _from_before(ledger.plus(entries), kind.name, applicant, year, company, today)
    return entries


def _from_before(ledger: Ledger, type_: str, applicant: UserId, year: int, company: Company, today: date) -> Entries:
    """What HR says of the time before this ledger was kept."""
    facts = company.leave.facts(applicant)
    entries: Entries = ()
    carried, used = facts.carried.get(year, {}).get(type_), facts.used.get(year, {}).get(type_, NOTHING)
    if carried is not None or was_registered(ledger, type_, year):
        entries += carried_in(ledger, type_, year, carried or NOTHING, company.leave.annual, on=today)
    return (*entries, *used_before(ledger.plus(entries), type_, year, used, on=today))


def is_known(ledger: Ledger, kind: LeaveType, applicant: UserId, years: Iterable[int], company: Company) -> bool:
    """Whether anybody has said what this person has; if not, no balance is in the way and HR looks at it."""
    if not kind.has_balance:
        return False
    if kind.kept is Kept.OVERTIME and ledger.lots(kind.name):
        return True
    given = {lot.year for lot in ledger.lots(kind.name)}  # by HR, of whom it knows nothing else
    return all(year in given or company.leave.credits(kind, applicant, year) is not None for year in years)


def reserved(
    weighed: Weighed, ledger: Ledger, applicant: UserId, company: Company, *, cause: str, today: date
) -> Entries:
    """The credits that are missing and what it holds of them. Raises UserError (E_QUOTA)."""
    if not is_known(ledger, weighed.kind, applicant, weighed.years, company):
        return ()
    missing = missing_credits(ledger, weighed.kind, applicant, weighed.years, company, today)
    return (
        *missing,
        *reserve(ledger.plus(missing), weighed.kind, weighed.portions, cause=cause, on=today),
    )


def _daily(when: Daily, schedule: Schedule) -> tuple[Decimal, bool]:
    return when.hours(schedule, when.start, when.until), when.is_provisional(schedule)
