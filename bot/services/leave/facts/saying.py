"""HR says something of people: written down, their ledgers corrected, and whoever has another balance now is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.company import Company
from bot.domain.leave.facts.fact import Fact
from bot.domain.leave.ledgers.booking import Entries
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.wishes import is_known, missing_credits
from bot.domain.leave.types.leave_type import LeaveType
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.facts.facts_book import with_said
from bot.shapes.outgoing import Text, ToPerson


@dataclass(frozen=True, slots=True)
class Change:
    """What is left of a type in a year, before and now; `before` is None where nobody had said anything."""

    kind: LeaveType
    year: int
    before: Decimal | None
    after: Decimal

    @property
    def said(self) -> str:
        """`2026年年假由 5 天改为 10 天`"""
        said, name = self.kind.counting.said, f"{self.year}年{self.kind.name}"
        if self.before is None:
            return f"{name}现在登记为 {said(self.after)}"
        return f"{name}由 {said(self.before)}改为 {said(self.after)}"


@dataclass(frozen=True, slots=True)
class Kept:
    """`company`: as it is from now on. `changed`: of whom any balance did."""

    company: Company
    changed: Mapping[UserId, Sequence[Change]]


async def keep(desk: Desk, facts: Sequence[Fact]) -> Kept:
    """They whose balance changes are told; whoever had none registered before is not."""
    by_user: dict[UserId, list[Fact]] = {}
    for fact in facts:
        by_user.setdefault(fact.user, []).append(fact)
    before = await desk.store.leave_facts.said(by_user)
    said = {user: [*before.get(user, ()), *new] for user, new in by_user.items()}
    await desk.store.leave_facts.add(facts, by=desk.act)
    company = desk.company.with_leave(with_said(desk.company.leave, said))
    changed: dict[UserId, Sequence[Change]] = {}
    for user in sorted(by_user):  # in the order of their names: two who say something at once don't wait for each other
        if changes := await _correct(desk, user, company):
            changed[user] = changes
            _tell(desk, user, changes)
    return Kept(company, changed)


async def _correct(desk: Desk, user: UserId, after: Company) -> Sequence[Change]:
    """A ledger that nobody has drawn on yet stays empty: what it gives is worked out when it is asked for."""
    await desk.store.leave_ledgers.hold(user)
    ledger = await desk.store.leave_ledgers.of(user)
    entries: Entries = ()
    changes: list[Change] = []
    for kind, years in _accounts(desk, ledger):
        old = ledger.plus(missing_credits(ledger, kind, user, years, desk.company, desk.now.date()))
        missing = missing_credits(ledger, kind, user, years, after, desk.now.date())
        entries += missing
        for year in years:
            was = old.balance(kind.name, year).left if is_known(old, kind, user, [year], desk.company) else None
            left = ledger.plus(missing).balance(kind.name, year).left
            if is_known(ledger, kind, user, [year], after) and was != left:
                changes.append(Change(kind, year, was, left))
    if ledger.entries:
        await desk.store.leave_ledgers.write(user, entries, by=desk.act)
    return changes


def _accounts(desk: Desk, ledger: Ledger) -> Iterator[tuple[LeaveType, Sequence[int]]]:
    """This year's, and those ahead that were drawn on already."""
    for kind in desk.company.leave.types.types.values():
        if kind.has_balance:
            ahead = {year for year in ledger.years(kind.name) if year > desk.now.year}
            yield kind, sorted({desk.now.year, *ahead})


def _tell(desk: Desk, user: UserId, changes: Sequence[Change]) -> None:
    told = [each.said for each in changes if each.before is not None]
    if told and desk.company.is_here(user) and user != desk.act.actor:
        words = f"人力资源更新了你的假期资料：{'；'.join(told)}。发 /假期余额 看明细，发 /假期资料 看登记了什么。"
        desk.tell(ToPerson(user), Text(words))
