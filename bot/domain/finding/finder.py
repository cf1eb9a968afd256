"""Everything that can be found in a company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.finding.groups import GroupFinder
from bot.domain.finding.people import PeopleFinder
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person


@dataclass(frozen=True, slots=True)
class Finder:
    people: PeopleFinder
    groups: GroupFinder
    departments: DepartmentFinder


def finder(
    people: Sequence[Person],
    departments: Sequence[Department],
    groups: Sequence[Group],
    aliases: Mapping[str, tuple[str, ...]],
) -> Finder:
    """Costs nothing yet: each index is built with the first question that needs it."""
    places = DepartmentFinder(departments, aliases)
    return Finder(PeopleFinder(people, departments, places), GroupFinder(groups), places)
