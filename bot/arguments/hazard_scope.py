"""Which hazards somebody asks about: one by its number, those of an area, this month's; nothing said: his own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.hazard_numbers import HazardNumber
from bot.domain.safety.areas import area_called
from bot.domain.width import narrow
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.emergency.places import find_place

_MONTH: Final = regex("(?:这个?|本)月份?的?")
_ALL: Final = regex("(?:全公司|全部|所有|整个公司|公司)的?")
_MINE: Final = regex("我(?:自己)?(?:上[次回])?(?:报|提|发现|反映|负责|整改)?过?的?")
_ONE: Final = regex(r"(?<![A-Za-z0-9])yh[-—–_ ]?\d{8}", re.IGNORECASE)
_PICTURES: Final = regex("照片|图片")
_ASKS: Final = regex("进[度展]|怎么?样|如何|什么情况|到哪|[查看]|(?:了|完|好)?(?:吗|没有?|呢)$")
_ABOUT: Final = regex(
    "(?:的?隐患)?(?:整改)?(?:进度|进展|情况|看板|列表|清单)?(?:怎么样|如何|到哪一?步|处理|整改|解决)?[了吗呢的？?。！!]*"
)


@dataclass(frozen=True, slots=True)
class HazardScope:
    wanted: ClassVar[str] = "哪一条，还是哪个区域？写编号或车间。"

    number: str = ""
    area: str = ""
    place: str = ""  # one that is no area of its own
    month: bool = False
    all: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        """Raises UserError for an area that nobody knows."""
        if number := HazardNumber.read(words, scene):
            words.rest()
            return cls(number=number.number)
        if words.take(_MONTH):
            words.rest()
            return cls(month=True)
        if words.take(_ALL):
            words.rest()
            return cls(all=True)
        words.take(_MINE)
        left = words.rest()
        named = _named(left)
        if not named:
            return cls()
        area, spot = area_called(named, scene.company), find_place(named)
        if area is None and spot:
            return cls(place=spot[0])
        if area is None and words.guessed:
            return cls()
        if area is None:
            sentence = f"没有「{named[:20]}」这个区域或部门。写编号、车间或部门，例如：/隐患进度 生产部。"
            raise UserError(Code.NOT_FOUND, sentence)
        return cls(area=area.name)

    def explained(self) -> Mapping[str, Any]:
        shown = {"id": self.number, "area": self.area or self.place, "period": "本月" if self.month else ""}
        return {key: value for key, value in shown.items() if value}


def asks_of_one(line: str) -> bool:
    """Whether a sentence asks how the hazard of a number stands: YH-20261122-001到哪一步了."""
    words = narrow(line).rstrip("?!。. 啊呀")
    return bool(_ONE.search(words) and _ASKS.search(words) and not _PICTURES.search(words))


def asks_for_pictures(line: str) -> bool:
    words = narrow(line)
    return bool(_ONE.search(words) and _PICTURES.search(words))


def _named(left: str) -> str:
    """What is left without the words that only say that he asks about hazards."""
    at = next((place for place in range(len(left)) if _ABOUT.fullmatch(left, place)), len(left))
    return left[:at].strip(" ，,的")
