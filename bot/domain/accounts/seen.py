"""Whether a directory that was just read shows what somebody says he did to an account."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.accounts.newcomer import Newcomer, same_name
from bot.domain.accounts.works import Deed, Work
from bot.domain.people import Person
from bot.identifiers import UserId


def seen(work: Work, people: Sequence[Person], known: Iterable[UserId]) -> UserId | None:
    """The account of which it holds, None: it doesn't. `known`: accounts that were there before: a new one may have
    been given another name than it was to have."""
    by_id = {person.user_id: person for person in people}
    person = by_id.get(work.user)
    match work.deed:
        case Deed.CREATE:
            return _newcomer(work, people, by_id, frozenset(known)) if work.newcomer else None
        case Deed.DELETE:
            holds = person is None
        case Deed.DISABLE:
            holds = person is None or not person.active
        case Deed.ENABLE:
            holds = person is not None and person.active
        case Deed.CHANGE:
            holds = person is not None and _has(person, work.change)
    return work.user if holds else None


def is_he(person: Person, newcomer: Newcomer) -> bool:
    where = {person.main_department, *person.departments}
    return same_name(person.name, newcomer.name) and newcomer.department in where


def _newcomer(
    work: Work, people: Sequence[Person], by_id: Mapping[UserId, Person], known: frozenset[UserId]
) -> UserId | None:
    newcomer, person = work.newcomer, by_id.get(work.user)
    if newcomer is None:
        return None
    if person and is_he(person, newcomer):
        return person.user_id
    new = [each.user_id for each in people if each.user_id not in known and is_he(each, newcomer)]
    return new[0] if len(new) == 1 else None


def _has(person: Person, change: Mapping[str, str]) -> bool:
    """A mobile number isn't told to any app; of that his word counts."""
    told = {"name": person.name, "position": person.position, "department": str(person.main_department)}
    return all(told[key] == value for key, value in change.items() if key in told)
