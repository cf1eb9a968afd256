"""Who may have a group changed: who looks after it, who owns it, and the office that appoints (D6§10.2, D7§5)."""

from typing import Final

from bot.domain.approvals.request import Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers, office_of
from bot.domain.groups.types import Office
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import UserId

CHANGING: Final = "《企业微信管理制度》第十条"
APPOINTING: Final = "《企业微信工作群管理办法》第五条"


def right_over(user: UserId, group: Group, company: Company) -> str | None:
    """By which right he may have it changed, as the trail says it; None: he may not."""
    if user in appointers(group, company):
        return office_of(group, company).label
    if user in group.keepers:
        return Role.GROUP_ADMIN.label
    return "群主" if user == group.owner else None


def ensure_may_change(user: UserId, group: Group, company: Company) -> None:
    """Raises UserError that says who may."""
    if right_over(user, group, company) is None:
        who = f"群主、群管理员或{office_of(group, company).label}"
        raise UserError(Code.NO_PERMISSION, f"{group.name}的事由{who}来办（{CHANGING}）。请找他们。")


def ensure_may_appoint(user: UserId, group: Group, company: Company) -> None:
    """The same, of who looks after it (D7§5)."""
    if user not in appointers(group, company):
        office = office_of(group, company).label
        raise UserError(Code.NO_PERMISSION, f"{group.name}的群管理员由{office}任命（{APPOINTING}）。请找他们。")


def any_of(office: Office) -> Step:
    return Step((*map(Selector.role, office.roles), *map(Selector.title, office.titles)))


def approver_of(group: Group, company: Company) -> Step:
    """Who approves groups of its type; where the type leaves that open, the office that appoints for it."""
    type_ = company.group_type(group.kind)
    if type_ and type_.approver:
        return Step((Selector.title(type_.approver),))
    return any_of(office_of(group, company))
