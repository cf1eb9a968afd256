"""Somebody leaves: what is passed on and given back, until his account is disabled and at last deleted (S42, S53).

Why he leaves is asked of nobody and kept nowhere.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import UserId

PREFIX: Final = "LZ"
OPENERS: Final = frozenset({Role.HR, Role.GROUP_HR, Role.WECOM_ADMIN})
OFFICE: Final = (Role.HR, Role.GROUP_HR)
FARTHEST: Final = timedelta(days=366)


class LeavingState(StrEnum):
    OPEN = "办理中"
    OFF = "账号已停用"
    GONE = "账号已删除"
    WITHDRAWN = "已撤回"

    @property
    def is_open(self) -> bool:
        return self in (LeavingState.OPEN, LeavingState.OFF)


@dataclass(frozen=True, slots=True)
class Leaving:
    """`ticked`: what people said is done, and who said so first."""

    number: str
    user: UserId
    last_day: date
    opened_by: UserId
    opened_at: datetime
    state: LeavingState = LeavingState.OPEN
    ticked: Mapping[str, UserId] = field(default_factory=dict)
    told: bool = False  # he and his head were asked to pass on what is his
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state.is_open

    def moved(self, last_day: date) -> Self:
        """Raises UserError."""
        if self.state is not LeavingState.OPEN:
            raise UserError(Code.BAD_STATE, f"{self.number} {self.state}，日期不能再改。", private=True)
        return replace(self, last_day=last_day, version=self.version + 1)

    def with_tick(self, item: str, by: UserId) -> Self:
        return replace(self, ticked={item: by, **self.ticked}, version=self.version + 1)

    def becomes(self, state: LeavingState) -> Self:
        return replace(self, state=state, version=self.version + 1)


@dataclass(frozen=True, slots=True)
class Line:
    """Something on the list. `how`: the next step, where it isn't done. `item`: what somebody ticks; empty: the bot
    looks by itself whether it is done."""

    what: str
    done: bool
    how: str = ""
    item: str = ""

    @property
    def key(self) -> str:
        """Of what somebody ticks, as a card's list names it."""
        return hashlib.sha256(self.item.encode()).hexdigest()[:12]


def drawn(lines: Sequence[Line]) -> str:
    """One below the other: what is done is short, what isn't says what to do."""
    return "\n".join(map(_drawn, lines))


def _drawn(line: Line) -> str:
    if line.done:
        return f"☑ {line.what}"
    return f"☐ {line.what}：{line.how}" if line.how else f"☐ {line.what}"
