"""What people call the facts that leave depends on: in the headers of HR's tables and in chat."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.facts.fact import OF_YEARS, Fact, What, day_fact, days_fact
from bot.domain.leave.types.catalogue import Catalogue
from bot.domain.width import narrow
from bot.domain.written_days import written_day
from bot.identifiers import UserId
from bot.patterns import regex

OLDEST: Final = date(1945, 1, 1)
MOST_DAYS: Final = 366
_AHEAD: Final = (What.LEFT,)  # what may be said of the future

WORDS: Final = (
    (What.BEGAN, "首次参加工作|参加工作|开始工作|工龄起算|累计工龄|首次工作|社保起始|首次参保"),
    (What.JOINED, "入职|入司|到岗|进公司|进厂|到公司|来公司"),
    (What.LEFT, "离职|最后工作日|最后一天|最后在岗|退休|合同终止"),
    (What.CHILD, "子女|孩子|小孩|儿子|女儿|宝宝|大孩|二孩|三孩"),
)
_OF_YEARS: Final = (
    (What.CARRIED, "结转|上年|去年|上一年"),
    (What.USED, "已休|已用|已请|使用|休了"),
    (What.DAYS, "天数|应休|应有|额度|定额|总数|可休|享受|余额|小时|^$"),
)
_YEAR: Final = regex(r"(20\d\d)年?(?:度)?")
_BRACKETS: Final = regex(r"[(\[【].*?[)\]】]|[*\s:：_]")
_DAYS: Final = regex(r"(\d+(?:\.\d+)?)(天|日|小时|个小时)?")


@dataclass(frozen=True, slots=True)
class Column:
    """Where a fact is written: `what`, and of which type and year it is."""

    what: What
    type: str = ""
    year: int = 0

    @property
    def said(self) -> str:
        """`入职日期`, `2026年年假结转`"""
        return f"{self.year}年{self.type}{self.what}" if self.what in OF_YEARS else f"{self.what}日期"

    def fact(self, user: UserId, cell: str, today: date, proof: str = "") -> Fact:
        """Raises ValueError with what is wrong, in Chinese."""
        if self.what in OF_YEARS:
            return days_fact(user, self.year, self.type, _amount(cell, self.said), proof, what=self.what)
        day = written_day(cell)
        if day is None:
            raise ValueError(f"{self.said}「{cell}」读不懂，要写成 2010-07-01 这样")
        if day < OLDEST or (day > today and self.what not in _AHEAD):
            raise ValueError(f"{self.said} {day.isoformat()} {'在将来' if day > today else '太早'}，请核对")
        return day_fact(user, self.what, day, proof)


def column(header: str, types: Catalogue, year: int) -> Column | None:
    """None where it is about something else. `year`: the one that is meant where none is said."""
    words = _BRACKETS.sub("", narrow(header))
    said = _YEAR.search(words)
    rest = _YEAR.sub("", words, count=1)
    if of_year := _of_year(rest, types, int(said[1]) if said else year):
        return of_year
    return next((Column(what) for what, pattern in WORDS if re.search(pattern, rest)), None)


def _of_year(words: str, types: Catalogue, year: int) -> Column | None:
    spoken = next((name for name in types.words if name in words), None)
    type_ = types.words[spoken] if spoken else "年假" if re.search("结转", words) else None
    if type_ is None or type_ not in types.types or not types[type_].has_balance:
        return None
    rest = words.replace(spoken or "", "", 1)
    what = next((what for what, pattern in _OF_YEARS if re.search(pattern, rest)), None)
    return Column(what, type_, year) if what else None


def _amount(cell: str, said: str) -> Decimal:
    written = _DAYS.fullmatch(narrow(cell).replace(" ", ""))
    if written is None:
        raise ValueError(f"{said}「{cell}」不是数字，要写成 5 或 7.5")
    amount = Decimal(written[1])
    if amount > MOST_DAYS or amount * 100 % 1:
        raise ValueError(f"{said}「{cell}」不对，请核对")
    return amount
