"""What is to be done to a group in WeCom: by the app where it made the group, else by a person who is asked to.

What WeCom doesn't let a bot do is never said to be done: an errand tells who did it, or that nobody could.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.identifiers import GroupId, UserId


class Deed(StrEnum):
    MAKE = "建群"
    ADD = "拉人进群"
    REMOVE = "移出群"
    RENAME = "改群名"
    HAND_OVER = "转让群主"
    DISSOLVE = "解散群"
    GREET = "在群里打招呼"


BY_API: Final = frozenset({Deed.MAKE, Deed.ADD, Deed.REMOVE, Deed.RENAME, Deed.HAND_OVER})
"""What the app can do to a group of its own; dissolving one is not among WeCom's doors (D-98914)."""


class ErrandState(StrEnum):
    TO_DO = "待办"  # for the app to try, or for somebody to be asked
    ASKED = "等人处理"
    DONE = "已办好"
    FAILED = "没办成"
    DROPPED = "不用办了"


@dataclass(frozen=True, slots=True)
class Errand:
    """`people`: whom it is about. `guest`: the name of somebody from outside. `wish`: the new name, where it is one.

    `cause` is the number that people quote: of the request, or of the case. `asker` is told how it went. `reason` is
    what a person who is asked to do it reads; it is never said in a group. `by` did it, None where it was the app.
    `due_at`: until when a person should. `checked`: whether WeCom's own list says so; None where it can't be asked.
    `exempt`: those added are members by an approval of their own. `expires_on`: until when a guest may stay.
    `helper`: who approved it, and is asked before others to do it where the app can't.
    """

    group: GroupId
    deed: Deed
    cause: str
    asker: UserId
    people: tuple[UserId, ...] = ()
    guest: str = ""
    wish: str = ""
    reason: str = ""
    exempt: bool = False
    expires_on: date | None = None
    helper: UserId | None = None
    state: ErrandState = ErrandState.TO_DO
    by: UserId | None = None
    due_at: datetime | None = None
    checked: bool | None = None
    number: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in (ErrandState.TO_DO, ErrandState.ASKED)

    @property
    def is_own_wish(self) -> bool:
        """Who comes or goes asked for it himself."""
        return self.people == (self.asker,)

    @property
    def moves_people(self) -> bool:
        return self.deed in (Deed.ADD, Deed.REMOVE)
