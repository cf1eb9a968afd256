"""What was put down on a sheet, one after the other; nothing is overwritten. How somebody stands follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.identifiers import UserId


class Mark(StrEnum):
    INVITED = "已通知"
    COMING = "会来"
    AWAY = "来不了"
    SIGNED = "签到"
    TICKED = "补登记"  # by whoever leads it, who saw him there
    STRUCK = "更正为未到"
    WRONG_CODE = "签到码不对"


@dataclass(frozen=True, slots=True)
class Marked:
    """`user` is whom it is about, `by` who put it down. `why`: of corrections."""

    user: UserId
    mark: Mark
    at: datetime
    by: UserId
    why: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """How somebody stands on a sheet. `here`: the mark that says so, None while none does. `said`: what he answered.

    `asked`: he is to come; others may sign as well.
    """

    user: UserId
    said: Mark = Mark.INVITED
    here: Marked | None = None
    wrong: int = 0
    asked: bool = False

    @property
    def was_here(self) -> bool:
        return self.here is not None


def presences(marks: Iterable[Marked]) -> Mapping[UserId, Presence]:
    """Of everybody of whom anything was put down, in that order. `marks`: in order."""
    found: dict[UserId, Presence] = {}
    for each in marks:
        found[each.user] = _after(found.get(each.user, Presence(each.user)), each)
    return found


def _after(before: Presence, marked: Marked) -> Presence:
    said, here, wrong = before.said, before.here, before.wrong
    asked = before.asked or marked.mark is Mark.INVITED
    match marked.mark:
        case Mark.COMING | Mark.AWAY:
            said = marked.mark
        case Mark.SIGNED | Mark.TICKED:
            here = here or marked
        case Mark.STRUCK:
            here = None
        case Mark.WRONG_CODE:
            wrong += 1
    return Presence(before.user, said, here, wrong, asked)


def attending(marks: Iterable[Marked]) -> Mapping[UserId, Presence]:
    """Of those who were to come or did, in the order in which they were asked."""
    return {user: each for user, each in presences(marks).items() if each.asked or each.was_here}
