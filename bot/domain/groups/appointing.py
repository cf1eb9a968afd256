"""Who looks after a group is appointed by the office that its type names (D7§5)."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.offices import office_of
from bot.domain.people import Person
from bot.identifiers import UserId


def is_default(person: Person, group: Group, company: Company) -> bool:
    """Whether the office's own title makes him one: the marketing manager, in principle (D7§5.3)."""
    titles = office_of(group, company).titles
    return any(person.user_id in company.titled(title) for title in titles)


def needs_reason(person: Person, group: Group, company: Company) -> bool:
    """Where a title says who it is, anybody else is an exception, which needs a reason (D7§5.3)."""
    return bool(office_of(group, company).titles) and not is_default(person, group, company)


def appointed(group: Group, user: UserId, *, deputy: bool, instead_of: frozenset[UserId] = frozenset()) -> Group:
    """`instead_of`: whom he takes over from; the others stay."""
    admins, deputies = group.admins - instead_of - {user}, group.deputies - instead_of - {user}
    if deputy:
        return replace(group, admins=admins, deputies=deputies | {user})
    return replace(group, admins=admins | {user}, deputies=deputies)


def dismissed(group: Group, user: UserId) -> Group:
    return replace(group, admins=group.admins - {user}, deputies=group.deputies - {user})
