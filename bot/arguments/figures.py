"""What figures somebody asks for: of which days, about what, and what for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.figures.items import ALIASES, Item
from bot.domain.figures.periods import Period
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_report_period import read_report_period

_PURPOSE: Final = regex(r"(?:[，,;；]?\s*)(?:用途(?:是|为)?|用于|用来|拿去)[:：]?\s*(?P<why>.{1,60})$")
_ITEM: Final = regex("|".join(sorted(map(re.escape, ALIASES), key=len, reverse=True)))
_FILLING: Final = regex(r"情况|数据|报表|统计|汇总|表格|一下|[的了吗呢吧啊呀看,，。.!！?？\s]")


@dataclass(frozen=True, slots=True)
class FigurePurpose:
    wanted: ClassVar[str] = "这份统计做什么用？"

    why: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_PURPOSE)
        return cls(found["why"].strip()) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"purpose": self.why}


@dataclass(frozen=True, slots=True)
class FigurePeriod:
    """A week, a month or a year; this month, where nothing is said."""

    wanted: ClassVar[str] = "哪段时间？例如上月、第47周、2026年。"

    period: Period

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        """Raises UserError."""
        today = scene.now.date()
        taken = read_report_period(words.left, today)
        if taken is None:
            return cls(Period.month_of(today))
        period = Period.of(taken.settled())
        words.left = taken.rest
        if period.first > today:
            raise UserError(Code.FUTURE_DATE, f"{period.name}还没到，没有可统计的。试试 /统计 上月。")
        return cls(period)

    def explained(self) -> Mapping[str, Any]:
        return {"period": self.period.key}


@dataclass(frozen=True, slots=True)
class FigureItem:
    wanted: ClassVar[str] = "统计什么？例如违规、请假、公告。"

    item: Item

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what there are no figures of."""
        named = [ALIASES[each] for each in _ITEM.findall(words.narrow)]
        if named:  # 群里违规: of a group's, not of groups
            words.left = _FILLING.sub("", _ITEM.sub("", words.left))
            return cls(next((each for each in named if each is not Item.GROUPS), named[0]))
        left = _FILLING.sub("", words.left)
        if left and not words.guessed:
            names = "、".join(Item)
            raise UserError(
                Code.UNKNOWN_TYPE, f"没有「{shown(left, 12)}」的统计。能统计：{names}。例如：/统计 上月 违规"
            )
        return None

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.item.value}
