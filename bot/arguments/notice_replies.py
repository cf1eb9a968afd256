"""What is said to a notice, and the number of what waits for an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.numbers import Numbered, number_with, written
from bot.domain.notices.inbound import LONGEST
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words


class InboundNumber(Numbered):
    wanted = "答复哪一条？写上编号，例如 HF-20261122-001。"
    prefix = "HF"


@dataclass(frozen=True, slots=True)
class SaidToNotice:
    wanted: ClassVar[str] = "想说什么？直接写。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().lstrip("：:，, ")
        if len(written) > LONGEST:
            raise UserError(Code.LIMIT, f"最多 {LONGEST} 个字，这里有 {len(written)} 个。请写要紧的。")
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@dataclass(frozen=True, slots=True)
class NoticeToProve:
    """A number, or words of it; what is quoted counts where nothing is said."""

    wanted: ClassVar[str] = "核实哪一条？写上编号，或把那段话贴过来。"

    number: str = ""
    text: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        text = words.rest() or (scene.quote or "").strip()
        if found := number_with("GG").search(text):
            return cls(number=written(found))
        return cls(text=text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number} if self.number else {"text": self.text}
