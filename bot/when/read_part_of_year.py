"""A quarter or half of a year that lies behind: 第三季度, 上季度, 2026年上半年, Q2."""

import re
from datetime import date
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.calendar.span import Span
from bot.patterns import regex
from bot.when.results.outcomes import Taken
from bot.when.written.folding import fold

_YEARS: Final = {"前年": -2, "去年": -1, "今年": 0}
_YEAR: Final = r"(?:(?P<named>前年|去年|今年)的?\s?|(?<!\d)(?P<year>20\d\d)年?的?\s?)?"
_PART: Final = regex(
    rf"{_YEAR}(?:第?\s?(?P<quarter>[一二三四1-4])\s?季度|第(?P<season>[一二三四1-4])季|(?<![a-zA-Z])[qQ](?P<q>[1-4])(?![\da-zA-Z])"
    r"|(?P<half>[上下])半年|(?P<which>这个?|本|上一?个?)季度?)"
)
_NUMBERS: Final = {each: number for number, pair in enumerate(("一1", "二2", "三3", "四4"), 1) for each in pair}


def read_part_of_year(text: str, today: date) -> Taken[Span] | None:
    """第三季度 said in February is last year's; None: it speaks of none."""
    found = _PART.search(fold(text))
    if found is None:
        return None
    first, months = _which(found, today)
    index = first + months - 1
    span = Span(date(first // 12, first % 12 + 1, 1), last_of_month(index // 12, index % 12 + 1))
    return Taken(text, span, (found.span(),))


def _which(found: re.Match[str], today: date) -> tuple[int, int]:
    """The first month, counted from the year nought, and how many there are."""
    if found["which"]:
        now = today.year * 12 + (today.month - 1) // 3 * 3
        return now - 3 * found["which"].startswith("上"), 3
    months = 6 if found["half"] else 3
    number = "上下".index(found["half"]) if found["half"] else _quarter(found) - 1
    year = _year(found, today)
    if year is not None:
        return year * 12 + number * months, months
    first = today.year * 12 + number * months
    return first - 12 * (first > today.year * 12 + today.month - 1), months


def _quarter(found: re.Match[str]) -> int:
    return _NUMBERS[found["quarter"] or found["season"] or found["q"]]


def _year(found: re.Match[str], today: date) -> int | None:
    if found["named"]:
        return today.year + _YEARS[found["named"]]
    return int(found["year"]) if found["year"] else None
