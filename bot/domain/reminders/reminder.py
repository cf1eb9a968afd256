"""A reminder: to whom, when, of what; and how many there may be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.notices.checks.finding import Finding, ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.errors import Code, UserError
from bot.identifiers import UserId

PREFIX: Final = "TX"
LONGEST: Final = 200  # characters
MOST_PEOPLE: Final = 10  # of one line
MOST_WAITING: Final = 30  # of one who asked
MOST_A_DAY: Final = 5  # that others may have somebody told on one day
MOST_OF_ONE: Final = 2  # that one of them may
AHEAD: Final = timedelta(days=366)
KEPT: Final = timedelta(days=30)  # after it was told or called off


class ReminderState(StrEnum):
    WAITING = "还没到"
    TOLD = "提醒过了"
    DONE = "办好了"
    CANCELLED = "取消了"
    LAPSED = "没有提醒"  # somebody has left meanwhile, or may not any more


@dataclass(frozen=True, slots=True)
class Reminder:
    """`asker` has `user` told `text` at `at`; often they are one."""

    number: str
    asker: UserId
    user: UserId
    text: str
    at: datetime
    state: ReminderState = ReminderState.WAITING

    @property
    def own(self) -> bool:
        return self.asker == self.user


def ensure_fit(text: str) -> None:
    """What may stand in it. Raises UserError."""
    found = list(secrets(text))
    if len(text) > LONGEST:
        found.append(Finding(f"提醒的内容有 {len(text)} 个字，最多写 {LONGEST} 个，请写短一些。", Code.LIMIT))
    ensure_none_stops(found)


def ensure_room(asker: UserId, user: UserId, waiting: int, that_day: Collection[Reminder], name: str) -> None:
    """`waiting`: of the asker's; `that_day`: what `user` is to be told on that day, or was. Raises UserError."""
    if waiting >= MOST_WAITING:
        raise UserError(Code.LIMIT, f"你有 {waiting} 条提醒还没到，先取消几条再加。看全部发 /我的提醒。")
    if asker == user:
        return
    others = [each for each in that_day if not each.own]
    if sum(each.asker == asker for each in others) >= MOST_OF_ONE or len(others) >= MOST_A_DAY:
        raise UserError(
            Code.LIMIT, f"{name} 那天的提醒已经不少了，同一天同一个人最多提醒 {MOST_OF_ONE} 次。换一天，或当面说一声。"
        )
