"""What is said of a piece of safety equipment: its area, its name, by when it is checked, and how often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.areas import area_called
from bot.domain.safety.equipment.equipment import MOST_NAME
from bot.domain.safety.equipment.reading import months_of
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.emergency.places import find_place
from bot.when.read_day import read_day

_EVERY: Final = regex(r"(?:检验)?(?:周期|每隔?)\s*(?P<months>\d{1,3}\s*(?:个?月|年)?)(?:检?[一1]次|一检)?")
_GONE: Final = regex("(?:已经?)?(?:报废|停用|拆除|拆掉|不用)了?")
_AROUND: Final = regex("(?:检验)?(?:到期日?|有效期[到至]?)|[，,。：:]|[之以]?前检验")
_DAY: Final = regex(  # with its month: the 1号 of 灭火器1号 is no day
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?|(?:[今明后]年)?\d{1,2}月(?:\d{1,2}[日号]?|底)"
)
_WORD: Final = regex(r"\S+")


@dataclass(frozen=True, slots=True)
class EquipmentArea:
    """The first word, where it names an area, a department or a place. Raises UserError where it doesn't."""

    wanted: ClassVar[str] = "在哪个区域？写车间或部门。"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _WORD.match(words.left)
        if found is None:
            return None
        area, spot = area_called(found[0], scene.company), find_place(found[0])
        name = area.name if area else spot[0] if spot else ""
        if not name:
            sentence = f"没有「{found[0][:20]}」这个区域或部门。先写区域，例如：3号车间 灭火器1号 2027-03-01。"
            raise UserError(Code.NOT_FOUND, sentence)
        words.cut(found.start(), found.end())
        return cls(name)

    def explained(self) -> Mapping[str, Any]:
        return {"area": self.name}


@dataclass(frozen=True, slots=True)
class CheckPeriod:
    wanted: ClassVar[str] = "几个月检一次？"

    months: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_EVERY)
        if found is None:
            return None
        months = months_of(found["months"])
        if months is None:
            raise UserError(Code.INVALID_RANGE, "检验周期写 1 到 120 个月，例如：每12个月。")
        return cls(months)

    def explained(self) -> Mapping[str, Any]:
        return {"months": self.months}


@dataclass(frozen=True, slots=True)
class CheckBy:
    """The day by which it is to be checked, or that it is gone (`day` is None)."""

    wanted: ClassVar[str] = "检验到期是哪天？例如 2027-03-01；不用了就写 报废。"

    day: date | None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_GONE):
            return cls(None)
        found = words.take(_DAY)
        taken = read_day(found[0], scene.now, scene.calendar) if found else None
        return cls(taken.settled()) if taken else None

    def explained(self) -> Mapping[str, Any]:
        return {"until": self.day.isoformat()} if self.day else {"gone": True}


@dataclass(frozen=True, slots=True)
class EquipmentName:
    wanted: ClassVar[str] = "什么设备？例如 灭火器1号。"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        name = "".join(_AROUND.sub("", words.rest()).split())
        if len(name) > MOST_NAME:
            raise UserError(Code.LIMIT, f"设备名称最多 {MOST_NAME} 个字，例如：灭火器1号。")
        return cls(name) if name else None

    def explained(self) -> Mapping[str, Any]:
        return {"name": self.name}
