"""A way to write a day: where it can begin, how it looks, and what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.when.said.day_ref import DayRef
from bot.when.written.numerals import HAN, number

DIGITS: Final = "0123456789"
NUMERIC: Final = DIGITS + HAN

Built = DayRef | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """`starts` are the characters that it can begin with; where that is a numeral, `after` are those that can follow.

    `build` gives None where it is something else after all.
    """

    starts: str
    regex: re.Pattern[str]
    build: Callable[[re.Match[str]], Built]
    after: str = ""


YEAR: Final = (
    r"(?:(?P<years>大前年|前年|去年|今年|明年|后年)的?\s?"
    r"|(?P<year>\d{4}|\d{2}|二[〇零][一二三四五六七八九〇零]{2})年的?\s?)"
)
_YEARS: Final = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
AWAY: Final = {"这": 0, "本": 0, "当": 0, "下": 1, "下下": 2, "上": -1, "上上": -2}  # weeks or months from this one


def day_at(text: str, start: int, patterns: tuple[Pattern, ...]) -> tuple[DayRef, int] | None:
    """What begins at `start`, by the first of `patterns` that fits, and where it ends."""
    for pattern in patterns:
        found = pattern.regex.match(text, start)
        if found and (built := pattern.build(found)) is not None:
            return built, found.end()
    return None


def year_of(found: re.Match[str]) -> tuple[int | None, int | None]:
    """The year, or how many years from now; two digits are of this century."""
    if found["years"]:
        return None, _YEARS[found["years"]]
    if not found["year"]:
        return None, None
    year = number(found["year"])
    return (year + 2000 if year is not None and year < 100 else year), None
