"""What somebody wants of what is kept about him, and what is answered to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.domain.privacy.wishes import PREFIX
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 300
_DONE: Final = regex(r"^\s*(已经?办(好了?|了)?|办好了?|已更正|已删除?|同意)[。.!！]?\s*$")
_NOT: Final = regex(r"^\s*(不办|不同意|不更正|不删除?)[，,：:\s]*")


@dataclass(frozen=True, slots=True)
class WishWords:
    wanted: ClassVar[str] = "哪里不对，应该是什么？例如：我的入职日期应该是 2018年3月1日。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        text = words.rest()
        if len(text) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {MOST} 个。请写短一些。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


class WishNumber(OnlyNumbered):
    wanted = f"哪一件？写上编号，例如 {PREFIX}-20261122-001。"
    called = "资料申请"
    prefixes = (PREFIX,)


@dataclass(frozen=True, slots=True)
class WishAnswer:
    """`why_not`: empty, where it was done."""

    wanted: ClassVar[str] = "已办，还是不办？不办请写理由，例如：不办 合同上写的是 6月1日。"

    why_not: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        left = words.rest()
        if _DONE.match(left):
            return cls("")
        why = _NOT.sub("", left).strip(" 。")
        return cls(why[:MOST]) if why and _NOT.match(left) else None

    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.why_not}
