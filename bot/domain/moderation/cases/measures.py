"""What is done because of a case, and what of that really happened: WeCom lets no program mute anybody (D8§10.2)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.identifiers import GroupId, UserId

ANSWER_WITHIN: Final = timedelta(minutes=30)  # whoever is asked to do something in the client


class Doing(StrEnum):
    """The value is what people read."""

    RESTRICT = "机器人限制"
    MUTE = "企业微信里禁言"
    UNMUTE = "企业微信里解除禁言"
    REMOVE = "移出群"
    STEP_OUT = "禁言期间移出群"
    STEP_IN = "请回群"
    ACCOUNT = "企业微信账号停用"
    ACCOUNT_BACK = "企业微信账号启用"
    POST = "通报"
    CORRECT = "改正"
    LEARN = "小课"


class Effect(StrEnum):
    """What really happened, as people read it."""

    REQUESTED = "已请人办"
    BY_BOT = "机器人已办"
    BY_HUMAN = "人工已办"
    IMPOSSIBLE = "没办成"


@dataclass(frozen=True, slots=True)
class Measure:
    """`group`: where; None: everywhere. `until`: it ends by itself then. `ended_at`: when it was over, if it is.

    `by`: whoever did it, or said that he can't; None: the bot, or nobody yet. `due_at`: until when a person should.
    """

    case: str
    doing: Doing
    target: UserId
    group: GroupId | None
    effect: Effect
    at: datetime
    until: datetime | None = None
    by: UserId | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    id: int = 0

    @property
    def waits(self) -> bool:
        """Somebody was asked and hasn't answered."""
        return self.effect is Effect.REQUESTED and self.ended_at is None

    def holds(self, now: datetime) -> bool:
        return self.ended_at is None and (self.until is None or now < self.until)

    def answered(self, by: UserId, now: datetime, *, done: bool) -> "Measure":
        effect = Effect.BY_HUMAN if done else Effect.IMPOSSIBLE
        return replace(self, effect=effect, by=by, at=now, due_at=None)

    def over(self, now: datetime) -> "Measure":
        """What nobody has done by then was not done."""
        effect = Effect.IMPOSSIBLE if self.waits else self.effect
        return replace(self, effect=effect, ended_at=now, due_at=None)


def restriction(
    case: str, target: UserId, group: GroupId | None, now: datetime, until: datetime | None = None
) -> Measure:
    """The bot's own, which it can keep to."""
    return Measure(case, Doing.RESTRICT, target, group, Effect.BY_BOT, now, until)


def task(
    case: str, doing: Doing, target: UserId, group: GroupId | None, now: datetime, until: datetime | None = None
) -> Measure:
    """For a person, in the client; `until`: when it is too late."""
    due = min(filter(None, (now + ANSWER_WITHIN, until)))
    return Measure(case, doing, target, group, Effect.REQUESTED, now, until, due_at=due)
