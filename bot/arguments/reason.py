"""Why somebody does something: all that is left of the line. It comes last in a signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 200  # characters
_LABEL: Final = regex("^(?:(?:原因|理由|事由|缘由)[是为系]?|因为)")


@dataclass(frozen=True, slots=True)
class Reason:
    wanted: ClassVar[str] = "理由是什么？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip("，,。：: ")
        written = _LABEL.sub("", written).strip("，,：: ")
        if not written:
            return None
        if len(written) > MOST:
            raise UserError(Code.LIMIT, f"理由有 {len(written)} 个字，最多写 {MOST} 个。请写短一些。")
        return cls(written)

    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.text}
