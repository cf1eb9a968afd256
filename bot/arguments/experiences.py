"""What somebody learnt, as he writes it; the number of it; and what is looked for among what others wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.domain.safety.exchange.experience import MOST, PREFIX, SHORTEST
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

LONGEST_SEARCH: Final = 20
_LABEL: Final = regex(
    r"^(?:[：:，,、\s]|(?:我)?(?:想|要|来)?(?:跟大家|和大家|给大家)?分享(?:一下|一个|一条|个|条)?|(?:一个|一条|个|条)?(?:小|安全|工作)?"
    r"(?:经验|经历|教训|心得)(?:给大家|分享|是)?(?=[：:，,。\s]|$))+"
)
_NAMED: Final = regex(
    r"[，,；;\s]{0,8}(?P<not>不要?署名|匿名)[。\s]*$|[，,；;\s]{0,8}(?:要)?(?:署名|实名|署上?我的名字?)[。\s]*$"
)
_THIS_MONTH: Final = regex("(?:这个|本|当)月(?:的|有什么新的|新的)?")
_AROUND: Final = regex(
    r"^(?:看看?|查|搜|找|有没有|有什么|关于|全部|所有|最近的?)+|(?:的|有关|方面的)?(?:安全)?(?:经验|分享)*[吗呢？?]*$"
)


@dataclass(frozen=True, slots=True)
class StoryTold:
    """`named`: its author wants his name under it; None: he didn't say."""

    wanted: ClassVar[str] = "想分享什么？写一段话：在哪里、发生了什么、你学到什么。"

    text: str
    named: bool | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is too short to be of use, or too long."""
        named = words.take(_NAMED)
        text = _LABEL.sub("", words.rest().strip()).strip()
        if not text:
            return None
        if len(text) < SHORTEST:
            how = "写清在哪里、发生了什么、你学到什么。"
            raise UserError(Code.LIMIT, f"太短了，别人看不明白。{how}")
        if len(text) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {MOST} 个。请写短一些，一次说一件事。")
        return cls(text, named["not"] is None if named else None)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text} | ({"named": self.named} if self.named is not None else {})


class ExperienceNumber(OnlyNumbered):
    wanted = f"哪一条？写上编号，例如 {PREFIX}-20261122-001。"
    called = "经验"
    prefixes = (PREFIX,)


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that stand in it, or those of this month."""

    wanted: ClassVar[str] = "找什么？写一个词，例如：叉车。"

    words: tuple[str, ...] = ()
    this_month: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        month = words.take(_THIS_MONTH) is not None
        left = _AROUND.sub("", words.rest().strip("，,。：: ？?")).strip()
        if len(left) > LONGEST_SEARCH:
            raise UserError(Code.LIMIT, f"最多写 {LONGEST_SEARCH} 个字来找，写一两个词就行，例如：叉车。")
        return cls(tuple(left.split()), month)

    def explained(self) -> Mapping[str, Any]:
        return ({"text": " ".join(self.words)} if self.words else {}) | ({"period": "本月"} if self.this_month else {})
