"""Whom a case is about, why, and for how long: 张三 2小时 刷广告."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.arguments.removed import WhyHim
from bot.domain.moderation.cases.gate import said_length
from bot.domain.moderation.cases.naming import category_in
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_duration import read_duration
from bot.when.read_moment import read_moment

_AROUND: Final = regex(r"^(?:一下|把|将|对|给|了)+(?=[@＠\s\w])")
_OF_HIS: Final = regex(r"^[\s的]*(?:机器人|企业微信)?的?(?:账号|帐号|权限|使用权)(?=[\s，,。：:]|$)")
_EXTENDS: Final = regex(r"(?:再)?(?:延长|续)(?:禁言)?|再(?:加|禁言?)")
_FOR_GOOD: Final = regex(r"永久|永远|无限期|(?:长期|一直)禁言")
_UNTIL: Final = regex(r"(?:禁言)?(?:直)?[到至](?=\s?[\d今明后下本周星礼上中早晚])")
_BELOW_NOTHING: Final = regex(r"(?<!\S)(?:[-−]|负的?\s?)(?=[\d一二两三四五六七八九十半])")
_NO_NUMBER: Final = regex(r"\d\s?[a-zA-Z×^*]+\s?\d+\s?(?:个?小时|分钟|天)")  # 1e9小时 is no nine hours
_FOR: Final = regex(r"禁言(?=\s?[\d一两二三四五六七八九十半])")


class Charged(PersonNamed):
    """A quote carries what was said and not who said it (D-100719): he has to be named."""

    wanted = "对谁？请 @ 对方（引用里看不到是谁发的）。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_AROUND)
        return super().read(words, scene)


@dataclass(frozen=True, slots=True)
class WhyCharged(WhyHim):
    """By the reason it is known which category it is; where it doesn't tell, by what is quoted."""

    @property
    def category(self) -> str:
        return category_in(self.text, self.quote)

    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.text, "category": self.category}


class WhyTakenOff(WhyCharged):
    """停用张三的账号，泄密: what of his it is that is taken is no part of why."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _OF_HIS.sub("", words.left)
        return super().read(words, scene)


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long, or until when. `extends`: what holds already goes on for so much longer."""

    wanted: ClassVar[str] = "禁言多久？例如 2小时。"

    minutes: int
    until: datetime
    extends: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        extends = words.take(_EXTENDS) is not None
        if words.take(_FOR_GOOD):
            most = said_length(scene.company.moderation.mute.most)
            raise UserError(
                Code.LIMIT, f"禁言要有期限，最长 {most}。请写多久，例如 2小时；要更重的处理，请找管理小组。"
            )
        if words.take(_BELOW_NOTHING):
            raise UserError(Code.LIMIT, "时长要大于零，什么都没有改动。请写多久，例如 2小时。")
        if _NO_NUMBER.search(words.narrow):
            raise UserError(Code.CLARIFY, "时长没看懂，什么都没有改动。请写成 2小时、30分钟 这样。")
        minutes = _until(words, scene) or _lasts(words)
        if minutes is None:
            return None
        return cls(minutes, scene.now + timedelta(minutes=minutes), extends)

    def explained(self) -> Mapping[str, Any]:
        until = self.until.replace(tzinfo=None).isoformat(timespec="minutes")
        return {"duration_min": self.minutes, "until": until}


def _lasts(words: Words) -> int | None:
    taken = read_duration(words.left, by_clock=True)
    if taken is None:
        return None
    minutes = taken.settled().total_minutes
    words.cut(*taken.spans[0])
    words.take(_FOR)
    return minutes


def _until(words: Words, scene: Scene) -> int | None:
    """到下午3点: a time that lies ahead."""
    begins = _UNTIL.search(words.narrow)
    taken = read_moment(words.left[begins.end() :], scene.now, scene.calendar) if begins else None
    if begins is None or taken is None or taken.spans[0][0] > 1:
        return None
    moment = taken.settled()
    words.cut(begins.start(), begins.end() + taken.spans[0][1])
    if moment <= scene.now:
        raise UserError(Code.PAST_DATE, "这个时间已经过了。请写禁言多久，例如 2小时。")
    return ceil((moment - scene.now).total_seconds() / 60)
