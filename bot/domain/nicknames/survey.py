"""How the nicknames of one group stand, from all that is known of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.groups.group import Group
from bot.domain.nicknames.audit import Audit, audit
from bot.domain.nicknames.known import Known, Reading, Source
from bot.domain.nicknames.matching import Matched, match
from bot.domain.nicknames.others import Doubted, doubts, outsider_fault
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import Fault
from bot.domain.people import Person
from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Survey:
    """`silent`: members of whom nothing is known. `outsiders`: how many, and what some of them call themselves wrongly.

    `unmatched`: pasted lines that are nobody's, or several people's. `members_known`: the registry says who is in.
    `doubted`: what is odd in the directory's names and aliases of its people.
    """

    group: Group
    at: datetime
    audit: Audit
    silent: tuple[Person, ...] = ()
    members_known: bool = False
    outsiders: int = 0
    wrong_outsiders: tuple[tuple[str, Fault], ...] = ()
    unmatched: tuple[Matched, ...] = ()
    doubted: tuple[Doubted, ...] = ()
    reading: Reading | None = None
    sources: Mapping[Source, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        return self.audit.checked + len(self.silent)

    @property
    def fine(self) -> int:
        return self.audit.checked - len(self.audit.wrong)


def survey(
    group: Group,
    known: Iterable[Known],
    register: Register,
    now: datetime,
    *,
    reading: Reading | None = None,
    unmatched: Sequence[Matched] = (),
) -> Survey:
    """`known` may speak of other groups and of all: of each person the newest that holds for this one counts."""
    here = newest(known, group)
    used = [(person, each) for each in here.values() if not each.outsider and (person := _member(each, register))]
    outsiders = [each for each in here.values() if each.outsider]
    members = [person for user in sorted(group.members) if (person := register.person(user)) and person.active]
    if group.members:
        used = [(person, each) for person, each in used if person.user_id in group.members or each.group == group.id]
    wrong = ((each.nickname, fault) for each in outsiders if (fault := outsider_fault(each.nickname, register)))
    return Survey(
        group=group,
        at=now,
        audit=audit(used, register, now),
        silent=tuple(person for person in members if person.user_id not in here),
        members_known=bool(group.members),
        outsiders=len(outsiders),
        wrong_outsiders=tuple(wrong),
        unmatched=tuple(unmatched),
        doubted=_doubted([*members, *(person for person, _ in used)], register),
        reading=reading,
        sources={source: sum(each.source is source for _, each in used) for source in Source},
    )


def newest(known: Iterable[Known], group: Group) -> Mapping[UserId, Known]:
    """What was said of all groups counts where nothing newer is known of this one, for its members alone."""
    found: dict[UserId, Known] = {}
    for each in sorted(known, key=lambda each: each.at):
        if each.group == group.id or (each.group is None and each.holder in group.members):
            found[each.holder] = each
    return found


def pasted(lines: Iterable[str], group: Group, register: Register, now: datetime) -> tuple[list[Known], list[Matched]]:
    """Each line with its owner; and the lines that have none, or may have several."""
    matched = [match(line, register, lambda user: not group.members or user in group.members) for line in lines]
    owned: dict[UserId, Known] = {}
    rest: list[Matched] = []
    for each in matched:
        if each.person and each.person.user_id not in owned:
            user = each.person.user_id
            owned[user] = Known(user, each.nickname, Source.PASTED, now, group.id)
        else:
            rest.append(each)
    return list(owned.values()), rest


def _doubted(people: Iterable[Person], register: Register) -> tuple[Doubted, ...]:
    once = {person.user_id: person for person in people}
    return tuple(each for person in once.values() for each in doubts(person, register))


def _member(known: Known, register: Register) -> Person | None:
    person = register.person(known.holder)
    return person if person and person.active else None
