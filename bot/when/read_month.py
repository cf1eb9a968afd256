"""A month that somebody wants to look at, behind or ahead: 本月, 下个月, 12月, 2027年1月, 2026-12."""

import re
from datetime import date
from typing import Final

from bot.patterns import regex
from bot.when.results.outcomes import Impossible, Taken
from bot.when.written.folding import fold
from bot.when.written.numerals import SMALL, number

_NOT_A_DAY: Final = r"(?!\d|[-./]\d|[一二三四五六七八九十]+[号日]|饼|底|初|中旬|[上下]旬)"
_YEAR: Final = r"(?:(?P<years>去年|今年|明年)的?\s?|(?P<year>20\d\d)年\s?)?"
_NAMED: Final = regex(rf"{_YEAR}(?<![\d个])(?P<month>{SMALL})月份?{_NOT_A_DAY}")
_WRITTEN: Final = regex(r"(?<![\d.-])(?P<year>20\d\d)[-./](?P<month>0?[1-9]|1[0-2])(?![\d月]|[-./]\d)")
_RELATIVE: Final = regex(rf"(?P<which>这个?|本|当|上一?个?|下一?个?)月份?{_NOT_A_DAY}")
_AWAY: Final = {"这": 0, "本": 0, "当": 0, "上": -1, "下": 1}
_YEARS: Final = {"去年": -1, "今年": 0, "明年": 1}


def read_month(text: str, today: date) -> Taken[date] | None:
    """Its first day. Without a year, the nearest month of that name is meant: 1月 said in November is the next one."""
    folded = fold(text)
    if found := _WRITTEN.search(folded):
        return Taken(text, date(int(found["year"]), int(found["month"]), 1), (found.span(),))
    if found := _RELATIVE.search(folded):
        return Taken(text, _from(today, _AWAY[found["which"][0]]), (found.span(),))
    if found := _NAMED.search(folded):
        return Taken(text, _named(found, today), (found.span(),))
    return None


def _named(found: re.Match[str], today: date) -> date | Impossible:
    month = number(found["month"])
    if month is None or not 1 <= month <= 12:
        return Impossible(f"没有{found['month']}月。请写 1 到 12 月。")
    if found["year"]:
        return date(int(found["year"]), month, 1)
    if found["years"]:
        return date(today.year + _YEARS[found["years"]], month, 1)
    ahead = (month - today.month) % 12
    return _from(today, ahead if ahead <= 6 else ahead - 12)


def _from(today: date, months: int) -> date:
    index = today.year * 12 + today.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
