"""What must hold before somebody is charged with anything, in the contract's order. Each raises UserError.

Rank, oneself, whether he is in the group, then limits; what has happened already is for the database to say. Nobody in
a group hears that somebody stands higher: that is answered in private, with who may decide (D15§4.2, D11§3.1).
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.guards import ensure_may_act_on
from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.categories import Category, category
from bot.domain.moderation.rules import MuteLimits
from bot.domain.people import Person
from bot.domain.rights import Audience, Role, right_of
from bot.domain.standing import Standing, standing
from bot.errors import Code, UserError
from bot.identifiers import UserId

MODERATORS: Final[Audience] = frozenset(
    {Role.GROUP_ADMIN, Role.MGMT_GROUP, Role.HR, Role.GROUP_HR, Role.PRESIDENT_OFFICE}
)
"""D8§10 (a group's administrator), D3§15 (the management group), D2§12 (human resources); each by his own standing."""

REPORT_IT: Final = "看到不妥的，私聊我发 /举报 谁 什么事，不会告诉对方是你说的。"
OF_HR: Final = "这类事只由人力资源处理，群里不办，也别在群里说。请私聊我发 /举报 谁 什么事。"
SAFETY_FIRST: Final = (
    "引用的是在反映隐患或报告事故，不能因此处理（安全生产法第五十四条）。内容不实，请转告安全管理员核实。"
)
REAL_DANGER: Final = "原因里像在说一处险情，还没有处理谁。真有险情先报；没有，就写清对方做了什么，例如：造谣、骂人。"
_HIGHEST: Final = "管理小组"


def ensure_may_charge(
    actor: Person, target: Person, code: str, *, company: Company, group: Group | None = None
) -> None:
    """Of what the category `code` names. In a group its registry as it is now says who looks after it."""
    by = right_of(actor, MODERATORS, grants=company.grants, group=group)
    ensure_may_moderate(actor, target, by=by, company=company, group=group)
    ensure_not_of_hr(category(code), by)


def ensure_may_moderate(
    actor: Person, target: Person, *, by: Role | None, company: Company, group: Group | None = None
) -> None:
    if by is None:
        raise UserError(Code.NO_PERMISSION, f"这件事由群管理员或管理小组来办，什么都没有改动。{REPORT_IT}")
    try:
        ensure_may_act_on(actor, target, by=by, company=company, group=group)
    except UserError as error:
        if error.code is Code.HIGHER_ROLE:
            raise _to_others(target, company) from None
        raise


def _to_others(target: Person, company: Company) -> UserError:
    """Without a word about who stands how high."""
    aloft = standing(target, grants=company.grants) >= Standing.VICE_PRESIDENT
    judged = target.user_id in company.holders(Role.MGMT_GROUP)
    role = Role.PRESIDENT_OFFICE if aloft or judged else Role.MGMT_GROUP
    who = _named((user for user in company.in_office(role) if user != target.user_id), company) or _HIGHEST
    sentence = f"这件事归{role.label}，什么都没有改动。确实需要处理，请把情况告诉 {who}。"
    return UserError(Code.HIGHER_ROLE, sentence, private=True)


def _named(users: Iterable[UserId], company: Company) -> str:
    return "、".join(map(company.name_of, users))


def ensure_not_of_hr(category: Category, by: Role | None) -> None:
    """Harassment is handled past the group's administrators (女职工劳动保护特别规定 art. 11)."""
    if category.of_hr_alone and by is not Role.HR:
        raise UserError(Code.NO_PERMISSION, OF_HR, private=True)


def ensure_within(minutes: int, limits: MuteLimits) -> None:
    lasts = timedelta(minutes=minutes)
    if lasts > limits.most:
        sentence = f"禁言最长 {said_length(limits.most)}，什么都没有改动。请写短一些；要更重的处理，请找管理小组。"
        raise UserError(Code.LIMIT, sentence)
    if lasts < limits.least:
        raise UserError(Code.LIMIT, f"禁言最短 {said_length(limits.least)}，什么都没有改动。请写长一些。")


def said_length(lasts: timedelta) -> str:
    """`10 分钟`, `2 小时`, `1 小时 30 分钟`, `7 天`"""
    minutes = int(lasts.total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    parts = ((days, "天"), (hours, "小时"), (left, "分钟"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 分钟"


def ensure_not_above_me(actor: Person, case: Case, company: Company, group: Group | None = None) -> None:
    """What somebody higher decided, or agreed to, is not undone from below."""
    own = standing(actor, grants=company.grants, group=group)
    for user in filter(None, (case.actor, case.approver)):
        other = company.person(user)
        if user != actor.user_id and other and standing(other, grants=company.grants, group=group) > own:
            sentence = f"{case.number} 由{company.name_of(user)}定的，要由本人或管理小组解除，什么都没有改动。"
            raise UserError(Code.HIGHER_ROLE, sentence, private=True)
