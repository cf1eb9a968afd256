"""A question about safety, its number, and the answer to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.domain.safety.library.question import LONGEST, LONGEST_ANSWER, PREFIX
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_LABEL: Final = regex(
    "^(?:(?:请教|咨询|问)?(?:一下|个|一个|下)?安全(?:知识|常识|问题|方面的?(?:问题)?|规定)[：:，, ]*)"
)


@dataclass(frozen=True, slots=True)
class SafetyQuestion:
    wanted: ClassVar[str] = "想问什么？比如：灭火器怎么用。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = _LABEL.sub("", words.rest().strip("，,。：: "))
        if not written:
            return None
        if len(written) > LONGEST:
            raise UserError(Code.LIMIT, f"问题有 {len(written)} 个字，最多写 {LONGEST} 个。请写短一些，一次问一件事。")
        return cls(written)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


class QuestionNumber(OnlyNumbered):
    wanted = f"哪个问题？写上编号，例如 {PREFIX}-20261122-001。"
    called = "安全问题"
    prefixes = (PREFIX,)


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    wanted: ClassVar[str] = "答案是什么？写在编号后面。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        if not written:
            return None
        if len(written) > LONGEST_ANSWER:
            raise UserError(Code.LIMIT, f"答案有 {len(written)} 个字，最多写 {LONGEST_ANSWER} 个。请写短一些。")
        return cls(written)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}
