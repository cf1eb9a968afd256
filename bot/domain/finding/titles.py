"""王经理, 李师傅, 张总, 小刘: somebody by his surname and what he is. Always a guess, and rarely one person only."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from bot.domain.finding.departments import DepartmentFinder
from bot.domain.finding.places import beyond
from bot.domain.finding.surnames import surname
from bot.domain.people import Department, Person
from bot.domain.surnames import COMPOUND
from bot.identifiers import UserId
from bot.patterns import regex

_LEADING: Final = "总经理|经理|总监|主任|部长|处长|科长|厂长|主管|所长|院长|店长|负责人|领导|头"
_POSITION: Final = "副总|总裁|总|班长|组长|队长|工程师|秘书|助理|专员|会计|出纳|书记"
_ANYBODY: Final = "师傅|老师|工|姐|哥|同志|同学"
_TITLED: Final = regex(
    rf"(?P<name>{'|'.join(sorted(COMPOUND))}|[\u4e00-\u9fff])"
    rf"(?:(?P<leading>{_LEADING})|(?P<position>{_POSITION})|(?P<anybody>{_ANYBODY}))"
    rf"|[小老](?P<familiar>[\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_LEADS: Final = regex(_LEADING)


class Titles:
    def __init__(self, people: Sequence[Person], departments: Sequence[Department], find: DepartmentFinder) -> None:
        self._people = people
        self._find = find
        self._leaders = {leader for department in departments for leader in department.leaders}

    def at(self, text: str, start: int) -> tuple[int, tuple[Person, ...]] | None:
        """(where it ends, who may be meant), with a department before it or without; nobody may be."""
        for end, departments in self._find.words.at(text, start):
            if found := self._within(text, beyond(text, end), departments):
                return found
        return self._titled(text, start)

    def _within(
        self, text: str, start: int, departments: Sequence[Department]
    ) -> tuple[int, tuple[Person, ...]] | None:
        """生产部王经理; 生产部经理, who leads it."""
        if found := self._titled(text, start):
            return found[0], tuple(each for each in found[1] if self._find.holds(departments, each))
        if bare := _LEADS.match(text, start):
            leaders = dict.fromkeys(leader for each in departments for leader in each.leaders)
            return bare.end(), tuple(self._by_id[leader] for leader in leaders if leader in self._by_id)
        return None

    def _titled(self, text: str, start: int) -> tuple[int, tuple[Person, ...]] | None:
        found = _TITLED.match(text, start)
        if not found:
            return None
        bearers = self._surnamed.get(found["name"] or found["familiar"], ())
        if title := found["leading"]:
            return found.end(), tuple(each for each in bearers if self._leads(each, title))
        if title := found["position"]:
            return found.end(), tuple(each for each in bearers if title in each.position)
        return found.end(), tuple(bearers)

    def _leads(self, person: Person, title: str) -> bool:
        return person.user_id in self._leaders or title in person.position

    @cached_property
    def _by_id(self) -> Mapping[UserId, Person]:
        return {person.user_id: person for person in self._people}

    @cached_property
    def _surnamed(self) -> Mapping[str, Sequence[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._people:
            found.setdefault(surname(person.name), []).append(person)
        return found
