"""Hold back, or go on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_PAUSE: Final = regex("暂停|先停|停一下|停掉")
_RESUME: Final = regex("恢复|继续|重新开始")


@dataclass(frozen=True, slots=True)
class PushWish:
    wanted: ClassVar[str] = "暂停还是恢复？"

    pauses: bool

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_PAUSE):
            return cls(pauses=True)
        return cls(pauses=False) if words.take(_RESUME) else None

    def explained(self) -> Mapping[str, Any]:
        return {"do": "pause" if self.pauses else "resume"}
