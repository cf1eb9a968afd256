"""A drill (YL-…): what is practised where and when, who was there, what went well and what didn't (S263).

安全生产法 art. 81, 应急条例 art. 8: units make plans for emergencies and practise them; the record is kept.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from bot.identifiers import UserId

PREFIX: Final = "YL"
MOST_GAPS: Final = 10


class DrillKind(StrEnum):
    """The value is what people read and type."""

    FULL = "综合"
    SPECIAL = "专项"
    ON_SITE = "现场处置"


class DrillState(StrEnum):
    DRAFT = "草稿"
    PLANNED = "已通知"
    DONE = "已评估"
    CALLED_OFF = "取消"


@dataclass(frozen=True, slots=True)
class Drill:
    """`specs`: who is to come, as a training's. `asked` and `came`: how many, known once it is judged. `gaps`: what
    didn't go well; `hazards`: what became of each. `plan`: the number of the plan for emergencies (YA-…) that is
    practised, if there is one. `version` grows with every change."""

    number: str
    kind: DrillKind
    topic: str
    place: str
    starts: datetime
    leader: UserId
    specs: tuple[str, ...]
    state: DrillState = DrillState.DRAFT
    went_well: str = ""
    gaps: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()
    asked: int = 0
    came: int = 0
    plan: str = ""
    version: int = 1

    def moved_to(self, state: DrillState) -> Self:
        return replace(self, state=state, version=self.version + 1)

    def judged(self, went_well: str, gaps: tuple[str, ...], hazards: tuple[str, ...], *, asked: int, came: int) -> Self:
        return replace(
            self,
            state=DrillState.DONE,
            went_well=went_well,
            gaps=gaps,
            hazards=hazards,
            asked=asked,
            came=came,
            version=self.version + 1,
        )


def kind_of(topic: str) -> DrillKind:
    """Where nobody says it: a whole plant's is 综合, one post's or one workshop's 现场处置, else 专项."""
    if "综合" in topic or "全厂" in topic:
        return DrillKind.FULL
    return DrillKind.ON_SITE if "现场处置" in topic or "岗位" in topic else DrillKind.SPECIAL
