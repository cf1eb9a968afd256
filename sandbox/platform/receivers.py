"""Who a message/send is for (D-90236): members, departments, tags, or everybody."""

from dataclasses import dataclass

from sandbox.company import Person, Status
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Receivers:
    """The people, each once, and the ids that name nobody the app may write to."""

    people: tuple[Person, ...]
    bad_users: tuple[str, ...] = ()
    bad_parties: tuple[str, ...] = ()
    bad_tags: tuple[str, ...] = ()


def resolve(world: World, body: Json) -> Receivers:
    """ApiError 82001–82003 and 40032 for too few or too many, 81013 when nobody is left."""
    users, parties, tags = (_split(body.get(key)) for key in ("touser", "toparty", "totag"))
    if "@all" in users:
        return Receivers(tuple(person for person in world.visible.people() if _reachable(world, person)))
    _check_counts(users, parties, tags)
    found = {user: world.directory.find(user) for user in users}
    bad_parties = tuple(party for party in parties if not _is_department(world, party))
    bad_tags = tuple(tag for tag in tags if not tag.isdigit() or int(tag) not in world.directory.tags)
    people = [person for person in found.values() if person]
    people += [one for party in parties if party not in bad_parties for one in world.directory.below(int(party))]
    people += [one for tag in tags if tag not in bad_tags for one in world.directory.tagged(int(tag))]
    reached = {person.userid: person for person in people if _reachable(world, person)}
    if not reached:
        raise ApiError(81013)
    bad_users = tuple(user.lower() for user, person in found.items() if not person or person.userid not in reached)
    return Receivers(tuple(reached.values()), bad_users, bad_parties, bad_tags)


def _reachable(world: World, person: Person) -> bool:
    """In the app's visible range, and not disabled."""
    return world.visible.has(person) and person.status is not Status.DISABLED


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


def _is_department(world: World, party: str) -> bool:
    return party.isdigit() and int(party) in world.directory.departments and world.visible.has_department(int(party))
