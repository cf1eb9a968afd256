"""Whether enough of a team are there: shown as somebody asks, and looked at again in the transaction that agrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.company import Company
from bot.domain.leave.requests.coverage import CoverageRule, Off, Shortfall, Team, off_together, shortfall
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.leave_type import LeaveType
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk

_ROUND = timedelta(days=1)  # a night shift belongs to its first day, whatever the clock says


@dataclass(frozen=True, slots=True)
class Cover:
    """`off`: who of his own department is off then. `lacking`: the worst of each team that he is of."""

    off: tuple[Off, ...] = ()
    lacking: tuple[Shortfall, ...] = ()


async def cover(desk: Desk, wish: LeaveRequest, kind: LeaveType) -> Cover:
    """As it would be if everything were agreed to that the team has asked for."""
    person = desk.company.person(wish.user)
    department = desk.company.department_of(person) if person else None
    own = team_of(desk.company, department.name) if department else {}
    rules = rules_for(desk.company, wish.user)
    if not own and not rules:
        return Cover()
    teams = {rule: team_of(desk.company, rule.team) for rule in rules}
    others = await _others(desk, wish, set(own).union(*teams.values()))
    found = (shortfall(wish, kind, rule, team, others) for rule, team in teams.items())
    return Cover(off_together(wish, own, others), tuple(each for each in found if each))


async def ensure_covered(desk: Desk, wish: LeaveRequest, kind: LeaveType) -> str:
    """Counted by what is agreed to; of two who agree at once, the second sees what the first agreed to. Raises
    UserError where a rule is in the way; else what who agrees should know of it."""
    rules = sorted(rules_for(desk.company, wish.user), key=lambda rule: rule.team)
    for name in dict.fromkeys(rule.team for rule in rules):
        await desk.store.leaves.hold_team(name)
    lacking: list[Shortfall] = []
    for rule in rules:
        team = team_of(desk.company, rule.team)
        agreed = [each for each in await _others(desk, wish, team) if each.state is not LeaveState.PENDING]
        if found := shortfall(wish, kind, rule, team, agreed):
            lacking.append(found)
    said = "".join(each.said(desk.now.date()) for each in lacking)
    if any(each.blocks for each in lacking):
        how = f"等人够了再发 /同意申请 {wish.number}，或发 /商量日期 {wish.number} 请他换一天。"
        raise UserError(Code.LIMIT, f"现在不能批：{said}申请还在等你审批。{how}")
    return said


def rules_for(company: Company, user: UserId) -> Sequence[CoverageRule]:
    return [rule for rule in company.leave.coverage if user in company.staff_of(rule.team)]


def team_of(company: Company, department: str) -> Team:
    """Who is here of it and of the departments below."""
    return {user: company.schedule(user) for user in sorted(company.staff_of(department)) if company.is_here(user)}


async def _others(desk: Desk, wish: LeaveRequest, users: Iterable[UserId]) -> Sequence[LeaveRequest]:
    near = await desk.store.leaves.between(wish.begins - _ROUND, wish.ends + _ROUND, users)
    return [each for each in near if each.user != wish.user]
