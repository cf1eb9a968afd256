"""A list of members as somebody copied it: names or nicknames, one a line or with commas between them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.domain.nicknames.matching import MOST_LINES, lines_of, match
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.patterns import regex

_BETWEEN: Final = regex(r"[、，,；;|\t]+")
_NO_NAME: Final = regex(r"[\W\d_]*|(群)?成员.*|.*名单[:：]?|群主|(群)?管理员|共?\d+人")
_PART: Final = regex(r"[\s（(]*(群主|群管理员|管理员|机器人)[)）]?$")
_OUTSIDE: Final = regex(r"[@＠](?P<firm>[^@＠]+)$")  # 李总@微信, as WeCom shows people from outside


@dataclass(frozen=True, slots=True)
class HandedIn:
    """`unclear`: written names with those whom each may mean; `unknown`: names that are nobody's."""

    roster: Roster
    unclear: Mapping[str, Sequence[Person]]
    unknown: tuple[str, ...]

    def with_more(self, before: Roster) -> Roster:
        """Beside those of the list before."""
        guests = None if self.roster.guests is None else self.roster.guests | (before.guests or frozenset())
        return Roster(before.members | self.roster.members, guests, maybe=before.maybe | self.roster.maybe)


def names_of(pasted: str) -> tuple[str, ...]:
    """What may be names, each once, without what stands around them."""
    found = (_PART.sub("", piece.strip()) for line in lines_of(pasted) for piece in _BETWEEN.split(line))
    return tuple(dict.fromkeys(name for name in found if not _NO_NAME.fullmatch(name)))[:MOST_LINES]


def read_names(written: Iterable[str], group: Group, company: Company) -> HandedIn:
    """Who is meant, by name, nickname or account: of namesakes the one who is registered. In a group with customers
    the others are customers."""
    reader = _Reader(group, company)
    members: set[UserId] = set()
    maybe: set[UserId] = set()
    guests: set[str] = set()
    unclear: dict[str, Sequence[Person]] = {}
    unknown: list[str] = []
    for name, people in reader.read(written):
        if len(people) == 1:
            members.add(people[0].user_id)
        elif people:
            maybe |= {person.user_id for person in people}
            if not reader.are_registered(people):
                unclear[name] = people
        elif reader.is_outsider(name):
            guests.add(_OUTSIDE.sub("", name))
        else:
            unknown.append(name)
    listed = frozenset(guests) if guests or group.guests or group.has_customers else None
    return HandedIn(Roster(frozenset(members), listed, maybe=frozenset(maybe)), unclear, tuple(unknown))


@dataclass(frozen=True)
class _Reader:
    group: Group
    company: Company

    def read(self, written: Iterable[str]) -> Iterator[tuple[str, Sequence[Person]]]:
        leavers = self._leavers()
        for name in written:
            parts = [(part, self._meant(part, leavers)) for part in name.split()]
            if len(parts) > 1 and all(people for _, people in parts):  # 张三 李四; but 生产部 张三 is one
                yield from parts
            else:
                yield name, self._meant(name, leavers)

    def are_registered(self, people: Sequence[Person]) -> bool:
        """Then whichever is meant, nothing has to be asked."""
        return all(person.user_id in self.group.insiders for person in people)

    def is_outsider(self, name: str) -> bool:
        known = self.group.guest(name) or self.group.guest(_OUTSIDE.sub("", name))
        return bool(known or _OUTSIDE.search(name) or self.group.has_customers)

    def _meant(self, name: str, leavers: Mapping[str, Sequence[Person]]) -> Sequence[Person]:
        if self.group.guest(name):
            return ()
        if person := self.company.person(UserId(name)):
            return (person,)
        found = match(name, self.company.register, lambda _: True).people
        registered = [person for person in found if person.user_id in self.group.insiders]
        if len(registered) == 1:
            return registered
        return found or leavers.get(re.split(r"[-—–_\s]", name)[-1], ())

    def _leavers(self) -> Mapping[str, Sequence[Person]]:
        """By their names; those who are registered here first of all."""
        found: dict[str, list[Person]] = {}
        for person in self.company.people:
            if not person.active:
                found.setdefault(person.name, []).append(person)
        return found
