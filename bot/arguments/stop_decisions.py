"""Whether work stops for a hazard, as people say it: 停产撤人, 全部停, 局部停产, 边整改边生产."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.hazards.stop import Stop
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_SAID: Final = (
    (Stop.NONE, regex("(?:可以)?边(?:整)?改边(?:生产|干|做)|不(?:用|需要?)?停产?|不影响生产|继续生产")),
    (Stop.PART, regex("(?:局部|部分)停产?(?:作业|生产)?|停(?:这条|那条|一条|该)线|只停[^\\s，,]{1,8}")),
    (Stop.ALL, regex("停产撤人|撤人停产|(?:全部|全面|马上|立即)?停(?:产|工|止作业|机)(?:撤人)?|全部停|撤人")),
)


@dataclass(frozen=True, slots=True)
class StopDecision:
    wanted: ClassVar[str] = "怎么定？停产撤人、局部停产，或边整改边生产（要写理由）。"

    stop: Stop

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """The mildest first: 边整改边生产，不停产 has 停产 in it too."""
        return next((cls(stop) for stop, pattern in _SAID if words.take(pattern)), None)

    def explained(self) -> Mapping[str, Any]:
        return {"decision": self.stop.value}
