"""A staff list (who works where, by department paths) becomes departments and people; what that would change.

Departments of a list have no numbers of their own: one that is known keeps its number, a new one gets the next.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.people import Department, Person
from bot.identifiers import UserId

ROOT = 1  # the company itself, as in WeCom
COMPANY = "公司"

Path = tuple[str, ...]
"""A department's names from the company downwards: ("公司", "生产部", "一车间")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a staff list. `departments` is not empty, the main one first; `leads` are some of them."""

    user_id: UserId
    name: str
    departments: tuple[Path, ...]
    leads: tuple[Path, ...] = ()
    position: str = ""
    alias: str = ""
    staff_no: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class StaffList:
    """The whole directory that a list describes."""

    departments: tuple[Department, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What taking over a list would change. `circular`: departments of before that lie, by their parents, in or below a
    circle; the list alone says where they belong."""

    added: tuple[Person, ...]
    changed: tuple[tuple[Person, Person], ...]  # before, after
    left: tuple[Person, ...]
    departments_added: tuple[str, ...]
    departments_left: tuple[str, ...]
    leaders_changed: bool
    circular: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        departments = self.departments_added or self.departments_left or self.leaders_changed or self.circular
        return bool(self.added or self.changed or self.left or departments)


def staff_list(entries: Sequence[Entry], known: Iterable[Department] = ()) -> StaffList:
    """Where all paths begin with the same name, that is the company; else they all lie below 公司."""
    rooted = _root(entries)
    numbers = _numbers(rooted, known)
    leaders = _leaders(entries, rooted)
    departments = tuple(
        Department(number, path[-1], numbers[path[:-1]] if len(path) > 1 else None, leaders.get(path, ()))
        for path, number in sorted(numbers.items(), key=lambda each: each[1])
    )
    return StaffList(departments, tuple(_person(entry, rooted, numbers) for entry in entries))


def difference(old: StaffList, new: StaffList) -> Difference:
    before = {person.user_id: person for person in old.people}
    present = {person.user_id for person in new.people}
    by_id = {each.id: each for each in old.departments}
    old_paths, new_paths = _paths(old.departments), _paths(new.departments)
    return Difference(
        added=tuple(person for person in new.people if person.user_id not in before),
        changed=tuple(
            (before[person.user_id], person) for person in new.people if before.get(person.user_id, person) != person
        ),
        left=tuple(person for person in old.people if person.active and person.user_id not in present),
        departments_added=tuple("/".join(path) for path in new_paths if path not in old_paths),
        departments_left=tuple("/".join(path) for path in old_paths if path not in new_paths),
        leaders_changed=_leaders_changed(old_paths, new_paths),
        circular=tuple(each.name for each in old.departments if not _path(each, by_id)),
    )


def _leaders_changed(old: Mapping[Path, Department], new: Mapping[Path, Department]) -> bool:
    return any(new[path].leaders != old[path].leaders for path in old.keys() & new.keys())


def _root(entries: Sequence[Entry]) -> Mapping[Path, Path]:
    """Every path of the list -> the same, beginning with the company."""
    paths = [path for entry in entries for path in entry.departments]
    if len({path[0] for path in paths}) == 1:
        return {path: path for path in paths}
    return {path: (COMPANY, *path) for path in paths}


def _numbers(rooted: Mapping[Path, Path], known: Iterable[Department]) -> Mapping[Path, int]:
    """Every department and all that lie above it. The company is 1, whatever its name."""
    wanted = dict.fromkeys(path[:length] for path in rooted.values() for length in range(1, len(path) + 1))
    known = list(known)
    kept = {path[1:]: each.id for path, each in _paths(known).items()}
    following = max([ROOT, *(each.id for each in known)]) + 1
    numbers: dict[Path, int] = {}
    for path in wanted:
        if len(path) == 1:
            numbers[path] = ROOT
        elif path[1:] in kept:
            numbers[path] = kept[path[1:]]
        else:
            numbers[path] = following
            following += 1
    return numbers


def _paths(departments: Iterable[Department]) -> Mapping[Path, Department]:
    """What lies in a circle, or below one, has none."""
    by_id = {each.id: each for each in departments}
    return {path: each for each in by_id.values() if (path := _path(each, by_id))}


def _path(department: Department, by_id: Mapping[int, Department]) -> Path:
    """From the top down; empty where there is no top."""
    names: list[str] = []
    each: Department | None = department
    while each:
        if len(names) == len(by_id):
            return ()
        names.append(each.name)
        each = by_id.get(each.parent) if each.parent is not None else None
    return tuple(reversed(names))


def _leaders(entries: Iterable[Entry], rooted: Mapping[Path, Path]) -> Mapping[Path, tuple[UserId, ...]]:
    leaders: dict[Path, tuple[UserId, ...]] = {}
    for entry in entries:
        for led in entry.leads:
            leaders[rooted[led]] = (*leaders.get(rooted[led], ()), entry.user_id)
    return leaders


def _person(entry: Entry, rooted: Mapping[Path, Path], numbers: Mapping[Path, int]) -> Person:
    departments = tuple(numbers[rooted[path]] for path in entry.departments)
    return Person(
        user_id=entry.user_id,
        name=entry.name,
        main_department=departments[0],
        departments=departments,
        position=entry.position,
        alias=entry.alias,
        staff_no=entry.staff_no,
        active=entry.active,
    )
