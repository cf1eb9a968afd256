"""How much longer a hazard takes to be put right, why, and what keeps people safe meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.reason import MOST
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_until import read_until

_INTERIM: Final = regex(
    r"(?<![，,；;。\s])[，,；;。\s]*(?:(?:临时|期间|这段时间|这期间|延期期间|过渡)(?:的)?(?:安全)?(?:防护)?(?:措施)?|措施)(?:是|为)?[:：，,\s]*(?P<said>.+)$"
)
_LABEL: Final = regex(
    r"^(?:因为|原因|理由|延?到|延期到?|延长到?|至)[是为:：\s]*|(?<![，,；;。\s])[，,；;。\s]*(?:申请)?延期?[到至]?[，,；;。\s]*$|(?<![，,；;。\s])[，,；;。\s]+$"
)


@dataclass(frozen=True, slots=True)
class Longer:
    wanted: ClassVar[str] = "延到哪天，什么原因，期间怎么保证安全？例如：12月4日 等配件 期间断电挂牌。"

    day: date
    why: str
    interim: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is missing of the three, and for a day that can't be."""
        taken = read_until(words.left, scene.now, scene.calendar)
        if taken is None:
            return None
        day = taken.settled()
        words.left = taken.rest
        found = words.take(_INTERIM)
        why = _LABEL.sub("", _LABEL.sub("", words.rest())).strip("，,；;。 ")
        interim = found["said"].strip("，,；;。 ") if found else ""
        if not why:
            raise UserError(Code.MISSING_ARG, "为什么要延期？", missing=("reason",))
        if not interim:
            sentence = "延期期间怎么保证安全？写「期间」和做法，例如：期间断电挂牌，专人看守。"
            raise UserError(Code.MISSING_ARG, sentence, missing=("interim",))
        return cls(day, why[:MOST], interim[:MOST])

    def explained(self) -> Mapping[str, Any]:
        return {"due": self.day.isoformat(), "reason": self.why, "interim": self.interim}
