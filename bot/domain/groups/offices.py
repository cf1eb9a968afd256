"""The office that appoints who looks after a group, and answers for it when they don't (D7§5)."""

from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.types import GROUP_HR, GroupType, Office
from bot.domain.rights import Role
from bot.identifiers import UserId

_LAST: Final = Office(Role.WECOM_ADMIN.label, (Role.WECOM_ADMIN,))


def holders(office: Office | None, company: Company) -> tuple[UserId, ...]:
    """Everybody who may decide and acts for an office, each once."""
    if office is None:
        return ()
    by_role = (user for role in office.roles for user in company.holders(role))
    by_title = (user for title in office.titles for user in company.titled(title))
    return tuple(user for user in dict.fromkeys([*by_role, *by_title]) if company.decides(user))


def office_for(type_: GroupType | None) -> Office:
    """HR of the whole company, where there is no type or it names nobody."""
    return (type_ and type_.appointed_by) or GROUP_HR


def office_of(group: Group, company: Company) -> Office:
    return office_for(company.group_type(group.kind))


def appointers(group: Group, company: Company) -> tuple[UserId, ...]:
    """Who acts for it; where nobody is left, HR of the whole company, else WeCom's administrators."""
    return appointers_for(company.group_type(group.kind), company)


def appointers_for(type_: GroupType | None, company: Company) -> tuple[UserId, ...]:
    return next(filter(None, (holders(office, company) for office in (office_for(type_), GROUP_HR, _LAST))), ())
