"""Which rules give a tag (S305, S306), and what follows from them for WeCom's."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.accounts.newcomer import Employment
from bot.domain.accounts.works import Write
from bot.domain.finding.folding import fold
from bot.domain.notices.reader_kinds import ReaderKind
from bot.identifiers import UserId


class ShiftKind(StrEnum):
    NIGHT = "夜班"  # over midnight on one of the next days
    ROSTERED = "轮班"  # by a roster, whatever the calendar says


@dataclass(frozen=True, slots=True)
class TagRule:
    """All that is named must hold; of one thing, any of what stands there. `titles` are patterns with `*`; `groups` are
    ids or names: a site is whoever is in its group. `licences` are valid today; `readers` are the kinds of D9§7."""

    name: str
    departments: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    shifts: tuple[ShiftKind, ...] = ()
    licences: tuple[str, ...] = ()
    employment: tuple[Employment, ...] = ()
    readers: tuple[ReaderKind, ...] = ()


@dataclass(frozen=True, slots=True)
class TagRules:
    """`write`: whether WeCom's tags are written. `ask_share`: percent of a tag's members; who would lose it, where that
    is more, are asked about first."""

    write: Write = Write.OFF
    ask_share: int = 30
    rules: Sequence[TagRule] = ()

    def rule(self, name: str) -> TagRule | None:
        return next((each for each in self.rules if fold(each.name) == fold(name)), None)


@dataclass(frozen=True, slots=True)
class TagTerms:
    """What holds for every writing: whether there is any, about how many who lose a tag is asked, and the tags that
    are never written because they give a role here (as names are compared)."""

    writes: bool
    ask_share: int
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Plan:
    """What makes WeCom's tag say what ours does."""

    add: frozenset[UserId] = frozenset()
    remove: frozenset[UserId] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.add or self.remove)


NOTHING: Final = Plan()


def planned(wanted: frozenset[UserId], losing: frozenset[UserId], have: frozenset[UserId], *, by_rule: bool) -> Plan:
    """A rule says all of it. By hand only those lose it from whom somebody took it: what was put there in WeCom's own
    console stays."""
    return Plan(wanted - have, (have - wanted) if by_rule else (losing & have))
