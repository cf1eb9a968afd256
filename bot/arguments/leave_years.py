"""Which year's account of leave: 去年, 2025年, 明年; this one, where nothing else is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_AWAY: Final = {"前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "明": 1, "下": 1}
_SAID: Final = regex(
    r"(?P<away>[前去今明]|[上下本](?:一|个)?)年(?:度|的)?(?!假|休)"
    r"|(?<!\d)(?P<year>20\d\d)(?:年度?的?)?(?!\d|[-./])"
)


@dataclass(frozen=True, slots=True)
class LeaveYear:
    wanted: ClassVar[str] = "哪一年？"

    year: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_SAID)
        if found is None:
            return None
        year = int(found["year"]) if found["year"] else scene.now.year + _AWAY[found["away"][0]]
        return None if year == scene.now.year else cls(year)

    def explained(self) -> Mapping[str, Any]:
        return {"period": str(self.year)}
