"""An item of the editorial board, what becomes of it, and words about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import number_with, written
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 200  # characters
_STEPS: Final = (
    ("下一步", regex("下一步|采集好了|写好了|编好了|送审")),
    ("通过", regex("通过|审过了?|同意")),
    ("退回", regex("退回|打回|重写")),
    ("已发", regex("已发布?|发布?了")),
    ("反馈", regex("反馈")),
    ("不做了", regex("不做了?|不写了|删掉|取消")),
)


@dataclass(frozen=True, slots=True)
class ItemStep:
    """`number` and what is to be done; both, or it is a new item."""

    wanted: ClassVar[str] = "怎么处理？可以写 下一步、通过、退回、已发 链接、反馈 内容、不做了。"

    number: str
    step: str

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for a number with nothing to do."""
        found = words.take(number_with("XT"))
        if found is None:
            return None
        number = written(found)
        for step, pattern in _STEPS:
            if words.take(pattern):
                return cls(number, step)
        raise UserError(
            Code.MISSING_ARG,
            f"{number} 要怎么处理？可以写 下一步、通过、退回、已发 链接、反馈 内容、不做了。",
            missing=("do",),
        )

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number, "do": self.step}


@dataclass(frozen=True, slots=True)
class ItemWords:
    """A title, a link or feedback. `channel`: the one that was named before it, if any."""

    wanted: ClassVar[str] = "题目是什么？"

    text: str
    channel: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip(" ：:，,。")
        if not written:
            return None
        if len(written) > MOST:
            raise UserError(Code.LIMIT, f"这里有 {len(written)} 个字，最多写 {MOST} 个。请写短一些。")
        for channel in scene.company.notices.channels:
            title = written.removeprefix(channel.name).lstrip(" ：:，,")
            if title and title != written:
                return cls(title, channel.name)
        return cls(written)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}
