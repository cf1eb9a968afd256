"""What WeCom changed, in one's own words; or the number of a change, and what is decided about it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.requests import RequestNumber
from bot.domain.upkeep.platform import PREFIX, Decision
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_BEFORE: Final = r"^[\s，,：:]*(?:就|定为|决定|我们)?\s*"  # what comes later in the line is a remark
_DECISIONS: Final[Mapping[Decision, re.Pattern[str]]] = {
    Decision.IGNORE: regex(rf"{_BEFORE}(?:不理会|不理|不用|忽略|不采用|不要)"),
    Decision.TRY: regex(rf"{_BEFORE}(?:先?试(?:一?试|一下|用)?|测试)"),
    Decision.ADOPT: regex(rf"{_BEFORE}(?:采用|要用|采纳|启用)"),
}


@dataclass(frozen=True, slots=True)
class PlatformWish:
    """`text`: the change, or with a number, what is remarked on the decision."""

    wanted: ClassVar[str] = "企业微信变了什么？写一句话。"

    text: str
    number: str = ""
    decision: Decision | None = None

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        before = words.left
        found = RequestNumber.read(words, scene)
        if found is None or not found.number.startswith(f"{PREFIX}-"):
            words.left = before
            text = words.rest()
            return cls(text) if text else None
        decision = next((each for each, said in _DECISIONS.items() if words.take(said)), None)
        if decision is None:
            sentence = f"{found.number} 怎么定？回 采用、试试 或 不理会。"
            raise UserError(Code.MISSING_ARG, sentence, missing=("decision",))
        return cls(words.rest().strip("，,。：: "), found.number, decision)

    def explained(self) -> Mapping[str, Any]:
        told = {"id": self.number, "decision": str(self.decision or ""), "text": self.text}
        return {key: value for key, value in told.items() if value}
