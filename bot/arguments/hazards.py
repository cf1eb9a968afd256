"""What somebody reports as a hazard: where it is and what is wrong there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.hazards.hazard import HazardFacts
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.understanding.hazards.reading import read_hazard

MOST: Final = 500  # characters
WHAT: Final = "在哪里？什么情况？可直接发照片。"
WHERE: Final = "在哪里？写上车间、楼层或设备，例如：3号车间2号机旁边。"


@dataclass(frozen=True, slots=True)
class HazardTold:
    """Where and what, in any order; all that is left of the line."""

    wanted: ClassVar[str] = WHAT

    facts: HazardFacts

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError where the place or what is wrong there wasn't said, and for a whole story."""
        written = words.rest() or (scene.quote or "").strip()
        if len(written) > MOST:
            sentence = f"写了 {len(written)} 个字，最多 {MOST} 个。请先写地点和要紧的，其余的随后补充。"
            raise UserError(Code.LIMIT, sentence)
        told = read_hazard(written, scene.company)
        if not told.place and not told.text:
            raise UserError(Code.MISSING_ARG, WHAT, missing=("place", "text"))
        if not told.place:
            raise UserError(Code.MISSING_ARG, WHERE, missing=("place",))
        if not told.text:
            raise UserError(Code.MISSING_ARG, "那里是什么情况？一句话就行，也可以发照片。", missing=("text",))
        return cls(HazardFacts(told.place, told.text, told.kind, near_miss=told.near_miss, hidden=told.hidden))

    def explained(self) -> Mapping[str, Any]:
        facts = self.facts
        shown = {"place": facts.place, "text": facts.text, "category": facts.kind.value}
        return shown | ({"near_miss": True} if facts.near_miss else {})
