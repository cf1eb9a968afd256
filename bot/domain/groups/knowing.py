"""What somebody may hear of groups, and which have a place for him: asked of one person, who needs no list of all."""

from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.groups.composition import has_rule
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers
from bot.domain.groups.types import Composition
from bot.domain.people import Person
from bot.domain.rights import REGISTRARS, may_know_of, right_of


def has_a_place(person: Person, group: Group, company: Company) -> bool:
    """Whether the composition of its type is for him (`who_belongs` lists everybody). Not where nobody knows it."""
    if not has_rule(group, company) or not company.is_here(person.user_id):
        return False
    type_ = company.group_type(group.kind)
    rule = type_.composition if type_ else Composition()
    names = (group.departments or rule.departments) if rule.own_departments else ()
    if rule.everybody and not names:
        return True
    if any(person.user_id in company.titled(title) for title in rule.titles):
        return True
    if not set(rule.tags).isdisjoint(person.tags):
        return True
    find = company.finder.departments
    return any(find.holds(find.words.get(fold(name)), person) for name in names)


def may_hear_of(person: Person | None, group: Group, company: Company) -> bool:
    """Whether he may learn that it is there: as in `rights.may_know_of`, or because it is for people like him."""
    if may_know_of(person, group, grants=company.grants):
        return True
    return (
        person is not None and person.active and (group.owner == person.user_id or has_a_place(person, group, company))
    )


def oversees(person: Person | None, group: Group, company: Company) -> bool:
    """Who looks after it, appoints who does, or keeps the registry: he sees how it is bound, and what is open."""
    if person is None or not company.is_here(person.user_id):
        return False
    user = person.user_id
    own = user == group.owner or user in group.keepers
    return own or keeps_registry(person, company) or user in appointers(group, company)


def keeps_registry(person: Person | None, company: Company) -> bool:
    return right_of(person, REGISTRARS, grants=company.grants, group=None) is not None
