"""Who a message/send is for (D-90236): members, departments, tags, or everybody."""

from dataclasses import dataclass

from sandbox.company import ROOT_DEPARTMENT, Person
from sandbox.directory import Directory
from sandbox.errors import ApiError
from sandbox.json_types import Json


@dataclass(frozen=True, slots=True)
class Receivers:
    """The people, each once, and the ids that name nobody."""

    people: tuple[Person, ...]
    bad_users: tuple[str, ...] = ()
    bad_parties: tuple[str, ...] = ()
    bad_tags: tuple[str, ...] = ()


def resolve(directory: Directory, body: Json) -> Receivers:
    """ApiError 82001–82003 and 40032 for too few or too many, 81013 when nobody is left."""
    users, parties, tags = (_split(body.get(key)) for key in ("touser", "toparty", "totag"))
    if "@all" in users:
        return Receivers(tuple(directory.people.values()))
    _check_counts(users, parties, tags)
    found = {user: directory.find(user) for user in users}
    people = {person.userid: person for person in found.values() if person}
    bad_parties = tuple(party for party in parties if not _is_department(directory, party))
    bad_tags = tuple(tag for tag in tags if _tag_name(directory, tag) is None)
    for party in parties:
        if party not in bad_parties:
            people |= {person.userid: person for person in directory.below(int(party))}
    for tag in tags:
        name = _tag_name(directory, tag)
        if name is not None:
            people |= {person.userid: person for person in directory.tagged(name)}
    if not people:
        raise ApiError(81013)
    bad_users = tuple(user.lower() for user, person in found.items() if person is None)
    return Receivers(tuple(people.values()), bad_users, bad_parties, bad_tags)


def _split(value: object) -> list[str]:
    return [part for part in str(value or "").split("|") if part]


def _check_counts(users: list[str], parties: list[str], tags: list[str]) -> None:
    if not users and not parties and not tags:
        raise ApiError(82001)
    if len(users) > 1000:
        raise ApiError(40032, "touser has more than 1000")
    if len(parties) > 100:
        raise ApiError(82002)
    if len(tags) > 100:
        raise ApiError(82003)


def _is_department(directory: Directory, party: str) -> bool:
    return party.isdigit() and (int(party) == ROOT_DEPARTMENT or int(party) in directory.departments)


def _tag_name(directory: Directory, tag: str) -> str | None:
    return directory.tags().get(int(tag)) if tag.isdigit() else None
