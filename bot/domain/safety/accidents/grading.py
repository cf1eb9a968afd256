"""Grades of an accident: the statute's (493号令 art. 3), and the company's own scale below and beside it.

以上 includes the number, 以下 doesn't; of deaths, serious injuries and direct loss the highest decides. By a grade an
accident is reported: what it was in the end, its investigation says.
"""

from enum import StrEnum
from typing import Final

from bot.domain.safety.accidents.reports import CompanyLevel
from bot.domain.safety.accidents.tally import Tally

WAN: Final = 10_000  # 元
YI: Final = 10_000 * WAN
UNSAID: Final = "待核实"


class Grade(StrEnum):
    """Of the statute, the worst last."""

    ORDINARY = "一般"
    LARGER = "较大"
    MAJOR = "重大"
    GRAVEST = "特别重大"

    @property
    def rank(self) -> int:
        return list(Grade).index(self)


_FROM: Final = (  # deaths, serious injuries, direct loss in 元: each included
    (Grade.GRAVEST, 30, 100, 1 * YI),
    (Grade.MAJOR, 10, 50, 5_000 * WAN),
    (Grade.LARGER, 3, 10, 1_000 * WAN),
    (Grade.ORDINARY, 1, 1, 1),
)
_GRAVE: Final = (CompanyLevel.DEATH, CompanyLevel.SERIOUS)


def grade(tally: Tally) -> Grade | None:
    """None: no death, no serious injury and no loss is known; the statute has no grade for it."""
    known = (tally.deaths or 0, tally.serious or 0, tally.loss or 0)
    reached = (name for name, *least in _FROM if any(many >= at for many, at in zip(known, least, strict=True)))
    return next(reached, None)


def said(tally: Tally) -> str:
    """As people read it: `一般（拟定，以调查为准）`."""
    found = grade(tally)
    return f"{found}（拟定，以调查为准）" if found else UNSAID


def company_level(tally: Tally, told: CompanyLevel | None) -> CompanyLevel | None:
    """By the numbers, where they say anything; else as it was `told`. A number of nought takes back what was told."""
    if tally.deaths:
        return CompanyLevel.DEATH
    if tally.serious:
        return CompanyLevel.SERIOUS
    if (told is CompanyLevel.DEATH and tally.deaths == 0) or (told is CompanyLevel.SERIOUS and tally.serious == 0):
        told = None
    return CompanyLevel.MINOR if tally.minor and told not in _GRAVE else told
