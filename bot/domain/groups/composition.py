"""Who belongs in a group, by the composition of its type (D7§4)."""

from collections.abc import Iterator

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.types import Composition
from bot.domain.people import Person
from bot.identifiers import UserId


def fits(person: Person, group: Group, company: Company) -> bool:
    """Whether he may be in it without an approval of his own. Where nobody knows the rule, everybody may."""
    entitled = who_belongs(group, company)
    return entitled is None or person.user_id in entitled or person.user_id in group.exempt


def who_belongs(group: Group, company: Company) -> frozenset[UserId] | None:
    """Everybody who is here and fits; None: the type has no rule, or the group doesn't say whose people it is for."""
    type_ = company.group_type(group.kind)
    rule = type_.composition if type_ else Composition()
    if not has_rule(group, company):
        return None
    return frozenset(user for user in _entitled(rule, group, company) if company.is_here(user))


def has_rule(group: Group, company: Company) -> bool:
    """Whether it is known who belongs in it."""
    type_ = company.group_type(group.kind)
    rule = type_.composition if type_ else Composition()
    own = rule.own_departments and bool(group.departments or rule.departments)
    return rule.everybody or own or (bool(rule.titles) and not rule.own_departments)


def who_must_be_in(group: Group, company: Company) -> frozenset[UserId]:
    """Who is to be added without having asked: the whole staff, or all of a project company (S63, S64)."""
    type_ = company.group_type(group.kind)
    if type_ is None or not (type_.composition.everybody or (type_.composition.own_departments and group.departments)):
        return frozenset()
    return who_belongs(group, company) or frozenset()


def rule_of(group: Group, company: Company) -> str:
    """Who belongs in it, as people are told, with the group's own departments; empty where there is no rule."""
    type_ = company.group_type(group.kind)
    if type_ is None or not type_.composition.says:
        return ""
    whose = f"（{'、'.join(group.departments)}）" if group.departments else ""
    return f"{type_.composition.says}{whose}"


def is_mandatory(group: Group, company: Company) -> bool:
    """Nobody may leave it of his own accord."""
    type_ = company.group_type(group.kind)
    return group.mandatory if group.mandatory is not None else bool(type_ and type_.mandatory)


def _entitled(rule: Composition, group: Group, company: Company) -> Iterator[UserId]:
    for title in rule.titles:
        yield from company.titled(title)
    names = (group.departments or rule.departments) if rule.own_departments else ()
    for name in names:
        yield from company.staff_of(name)
    if rule.everybody and not names:
        yield from (person.user_id for person in company.people if person.active)
    if rule.tags:
        yield from (person.user_id for person in company.people if not set(rule.tags).isdisjoint(person.tags))
