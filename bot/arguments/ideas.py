"""A suggestion, its number, what becomes of it, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.domain.desk.idea import LONGEST, PREFIX, IdeaState
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_EDGES: Final = " ，,。；;：:、"
_OPENING: Final = regex(
    r"^(?:我(?=建议|想|要|有))?"
    r"(?:(?:想|要|有)(?:给公司|给领导|跟公司)?[提说]?(?:一?[个条点]|些)?建议[是：:，, ]*|建议[：:，, ]*)"
)
_STATE: Final = regex("不采纳|采纳|做完了?|考虑中?")
_MEANT: Final = {"考虑": IdeaState.CONSIDERING, "做完": IdeaState.DONE}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """All that is left of the line."""

    may_ask: ClassVar[bool] = True
    wanted: ClassVar[str] = "想提什么建议？一句话说清楚想改什么、怎么改。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for a whole story."""
        text = _OPENING.sub("", words.rest().strip(_EDGES)).strip(_EDGES)
        if len(text) > LONGEST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {LONGEST} 个。请写短一些，或分成两条。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


class IdeaNumber(OnlyNumbered):
    wanted = f"哪一条建议？写上编号，例如 {PREFIX}-20261122-001。"
    called = "建议"
    prefixes = (PREFIX,)


@dataclass(frozen=True, slots=True)
class Decision:
    wanted: ClassVar[str] = "考虑、采纳、不采纳，还是做完了？"

    state: IdeaState

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Only as the first word: why it is so may well speak of the others."""
        found = _STATE.match(words.left.strip())
        if found is None:
            return None
        words.left = words.left.strip()[found.end() :]
        said = found[0]
        return cls(next((state for begin, state in _MEANT.items() if said.startswith(begin)), None) or IdeaState(said))

    def explained(self) -> Mapping[str, Any]:
        return {"state": self.state.value}


class Why(Suggestion):
    wanted = "为什么，或者打算怎么做？写一句，会告诉提建议的人。"

    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.text}
