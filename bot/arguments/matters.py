"""What is handed over to human resources or the lawyers, and what they write down: 200元, YJ-…, 停职 … 工资照发."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import Numbered
from bot.arguments.reason import Reason
from bot.domain.calendar.span import Span
from bot.domain.moderation.matters.matter import About
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_period import read_period

_AMOUNT: Final = regex(r"(?:罚款?|扣)?(?:人民币)?[¥￥]?(\d{1,7}(?:\.\d{1,2})?)\s*(?:元整?|块钱?|rmb|RMB)")
_CASES: Final = regex(r"WG[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,})[、,，\s]*", re.IGNORECASE)
_ABOUT: Final = regex(r"纪律处分|停职|停工|记过|记大过|降职|降级|撤职|留用察看")
_PAY: Final = regex(r"(?:停职)?(?:期间)?(工资[^，。；,;\s]{1,20}|(?:照|不|停|只)发[^，。；,;\s]{0,8}工资)")
_JOINT: Final = regex(r"^[\s，,。；;：:从自]+|[\s，,；;：:]+$")


@dataclass(frozen=True, slots=True)
class Amount:
    wanted: ClassVar[str] = "多少？例如 200元。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_AMOUNT)
        return cls(found[1]) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"amount": self.text}


class MatterNumber(Numbered):
    wanted = "哪一件？写上编号，例如 YJ-20261122-001。"
    prefix = "YJ"


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    wanted: ClassVar[str] = "依据哪几条？写上编号，例如 WG-20261122-001。"

    numbers: tuple[str, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found: list[str] = []
        while taken := words.take(_CASES):
            found.append(f"WG-{taken[1]}-{taken[2]}")
        return cls(tuple(dict.fromkeys(found))) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"cases": list(self.numbers)}


@dataclass(frozen=True, slots=True)
class WhatDecided:
    """停职 with its days and what was said of the pay; 纪律处分 and what else people call one."""

    wanted: ClassVar[str] = "登记哪一种？写 停职 或 纪律处分。"

    about: About
    first: date | None = None
    last: date | None = None
    pay: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _ABOUT.search(words.narrow)
        if found is None:
            return None
        if found[0] not in ("停职", "停工"):
            if found[0] == About.DISCIPLINE:
                words.take(_ABOUT)
            return cls(About.DISCIPLINE)
        words.take(_ABOUT)
        pay = words.take(_PAY)
        first, last = _days(words, scene)
        if pay is None:
            raise UserError(Code.MISSING_ARG, "停职期间工资怎么发？例如：工资照发。", missing=("pay",))
        return cls(About.OFF_DUTY, first, last, pay[1])

    def explained(self) -> Mapping[str, Any]:
        days = {"start": self.first.isoformat(), "end": self.last.isoformat()} if self.first and self.last else {}
        return {"about": str(self.about), **days, **({"pay": self.pay} if self.pay else {})}


def _days(words: Words, scene: Scene) -> tuple[date, date]:
    taken = read_period(words.left, scene.now, scene.calendar, by_calendar=True)
    if taken is None:
        raise UserError(Code.MISSING_ARG, "从哪天停到哪天？例如：11月23日到11月27日。", missing=("start", "end"))
    period = taken.settled()
    if not isinstance(period, Span):
        raise UserError(Code.INVALID_RANGE, "停职请写从哪天到哪天，例如：11月23日到11月27日。")
    for start, end in reversed(taken.spans):
        words.cut(start, end)
    words.left = _JOINT.sub("", words.left)
    return period.start, period.end


class WhyOrWhat(Reason):
    wanted = "原因和依据是什么？本人会看到。"
