"""How often drills have to be held, and whether they were.

应急条例 art. 8: hazardous goods, mining, metal, rail, construction and crowded places at least every half year. Others,
by 生产安全事故应急预案管理办法 art. 33: one 综合 or 专项 a year, 现场处置 every half year. What a province or a trade
wants beyond that the company says in its configuration.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.domain.safety.drills.drill import Drill, DrillKind, DrillState

FULL_OR_SPECIAL: Final = (DrillKind.FULL, DrillKind.SPECIAL)


@dataclass(frozen=True, slots=True)
class DrillRules:
    """`half_yearly`: the company is of a trade that has to practise its plans every half year. `watched`: who answers
    for safety is reminded at all. `ahead`: so long before the end of the year or half year."""

    half_yearly: bool = False
    watched: bool = True
    ahead: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of `kinds` from `first` to `last`, both included."""

    key: str
    kinds: tuple[DrillKind, ...]
    first: date
    last: date
    basis: str

    @property
    def said(self) -> str:
        """`2026年的综合或专项演练`"""
        half = "" if self.first.month == 1 and self.last.month == 12 else "上半年" if self.last.month == 6 else "下半年"
        return f"{self.last.year}年{half}的{'或'.join(self.kinds)}演练"

    def fits(self, drill: Drill, day: date) -> bool:
        return drill.kind in self.kinds and self.first <= day <= self.last


def wanted(rules: DrillRules, today: date) -> tuple[Wanted, ...]:
    """What the year and half year of `today` want."""
    half = _half(today)
    year = (date(today.year, 1, 1), date(today.year, 12, 31))
    first = half if rules.half_yearly else year
    basis = "应急条例第8条，每半年至少一次" if rules.half_yearly else "预案管理办法第33条，每年至少一次"
    return (
        Wanted("plan", FULL_OR_SPECIAL, *first, basis),
        Wanted("site", (DrillKind.ON_SITE,), *half, "预案管理办法第33条，每半年至少一次"),
    )


def held(what: Wanted, drills: Iterable[Drill]) -> Drill | None:
    """The one that was held and judged."""
    return _of(what, drills, DrillState.DONE)


def planned(what: Wanted, drills: Iterable[Drill]) -> Drill | None:
    return _of(what, drills, DrillState.PLANNED)


def _of(what: Wanted, drills: Iterable[Drill], state: DrillState) -> Drill | None:
    return next((each for each in drills if each.state is state and what.fits(each, each.starts.date())), None)


def _half(today: date) -> tuple[date, date]:
    if today.month <= 6:
        return date(today.year, 1, 1), date(today.year, 6, 30)
    return date(today.year, 7, 1), date(today.year, 12, 31)
