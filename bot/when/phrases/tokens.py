"""A folded text as a row of tokens: days, parts of the day, times, durations, and the words that tie them together.

One pass from left to right; what is no part of a date is stepped over, numbers and codes as a whole, so that no date is
found inside 13800001111 or QJ-20261122-001.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bot.patterns import regex
from bot.when.results.duration import Duration, SaidDuration
from bot.when.results.outcomes import Impossible, Vague
from bot.when.said.day_ref import DayRef
from bot.when.said.month_days import CalendarDay, MonthDay
from bot.when.said.times import Clock, Edge, Part, TimeAway
from bot.when.written.day_pattern import NUMERIC, Pattern, day_at
from bot.when.written.distance_patterns import hours_away, in_the_distance
from bot.when.written.festival_patterns import FESTIVAL_PATTERNS, NUMBERED_FESTIVALS
from bot.when.written.foreign import FOREIGN_STARTS, foreign_at
from bot.when.written.glue import GLUE_STARTS, Glue, glue_at
from bot.when.written.length_patterns import duration_at
from bot.when.written.numerals import HAN
from bot.when.written.numeric_day_patterns import COMPACT, NUMERIC_PATTERNS, OF_MONTH_PATTERNS
from bot.when.written.time_patterns import clock_at, part_at
from bot.when.written.worded_day_patterns import WORD_PATTERNS

Value = DayRef | Part | Edge | Clock | SaidDuration | TimeAway | Glue


@dataclass(frozen=True, slots=True)
class Token:
    """`glued`: nothing but blanks and fillers between it and the token before."""

    value: Value
    start: int
    end: int
    glued: bool


COMPACT_LENGTH: Final = 8  # 20261125
_NUMERALS: Final = frozenset(NUMERIC)
_NAME_LIKE_A_DAY: Final = regex(r"\s?周[一二三四五六日][^\W\d_]?")
_ISO_T: Final = regex(r"T(?=\d\d:\d\d)")
_TIME_STARTS: Final = "凌清拂晨早一大上中正午晌下傍晚夜半深后全整白aApP子差" + NUMERIC
_NUMBERLESS_DURATIONS: Final = "半大好几数多一"

_MOST: Final = 320  # places looked at; 2,048 bytes of ordinary Chinese have 260
_Table = Mapping[str, tuple[Pattern, ...]]


def _table(patterns: Iterable[Pattern], key: Callable[[Pattern], str]) -> _Table:
    table: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        for char in dict.fromkeys(key(pattern)):
            table[char] = (*table.get(char, ()), pattern)
    return table


_BY_WORD: Final = _table(
    (*NUMBERED_FESTIVALS, *FESTIVAL_PATTERNS, *NUMERIC_PATTERNS, *OF_MONTH_PATTERNS, *WORD_PATTERNS),
    lambda pattern: "".join(char for char in pattern.starts if not pattern.after or char not in NUMERIC),
)
_BY_WHAT_FOLLOWS: Final = _table((*FESTIVAL_PATTERNS, *NUMERIC_PATTERNS), lambda pattern: pattern.after)
_RUN: Final = regex(rf"(?:\d+|[{HAN}]+)(?=(\s?)(.?))", re.DOTALL)
_BEFORE_A_UNIT: Final = frozenset("个半小天日分刻周星礼月年工整钟多几.-~到至hHdDmM")
_BEFORE_A_CLOCK: Final = frozenset("点时:-~到至aApP")
_EVERYTHING: Final = {*_BY_WORD, *NUMERIC, *GLUE_STARTS, *FOREIGN_STARTS, *_TIME_STARTS, *_NUMBERLESS_DURATIONS, "@"}
_STARTS: Final = regex(f"[{re.escape(''.join(sorted(_EVERYTHING)))}]")
_BARE_END: Final = regex(r"\d{1,2}(?=\s|$|[,;(、请休]|[上下]午|[两二三四五2-9]天)")


def tokens(text: str) -> Iterator[Token]:
    """Of a folded text; a bounded number of them."""
    last: Token | None = None
    day: Token | None = None  # the last one of this row of neighbours
    place = 0
    for _ in range(_MOST):
        found = _STARTS.search(text, place)
        if found is None:
            return
        start = found.start()
        values, place = _end_of_days(text, start, day, last) or _at(text, start, last)
        for value in values:
            last = Token(value, start, place, glued=last is not None and not text[last.end : start].strip())
            day = last if is_day(value) else day if last.glued else None
            yield last


def _at(text: str, start: int, last: Token | None) -> tuple[tuple[Value, ...], int]:
    """The values that begin at `start`, none where there is nothing, and where to go on."""
    char = text[start]
    if char == "@":
        return (), _after_name(text, start)
    following = _RUN.match(text, start) if char in _NUMERALS else None
    near = last is not None and start - last.end <= 1
    if day := _day_at(text, start, char, following):
        return (day[0],), _after_date(text, day[1])
    ahead = following[2] if following else ""
    if (char in _NUMBERLESS_DURATIONS or ahead in _BEFORE_A_UNIT) and (lasting := duration_at(text, start)):
        return _length(text, *lasting)
    if char in _TIME_STARTS or following:
        timely = near and last is not None and (isinstance(last.value, Part) or is_day(last.value))
        expected = timely or (near and last is not None and last.value is Glue.TO)
        if (char in "零差" or ahead in _BEFORE_A_CLOCK) and (clock := clock_at(text, start, expected=expected)):
            return clock
        if part := part_at(text, start, expected=timely):
            return (part[0],), part[1]
    return _rest_at(text, start)


def _day_at(text: str, start: int, char: str, following: re.Match[str] | None) -> tuple[DayRef, int] | None:
    if day := day_at(text, start, _BY_WORD.get(char, ())):
        return day
    if following is None:
        return None
    if following.end() - start == COMPACT_LENGTH and (day := day_at(text, start, (COMPACT,))):
        return day
    return day_at(text, start, _BY_WHAT_FOLLOWS.get(following[2], ()))


def _length(text: str, lasting: SaidDuration, end: int) -> tuple[tuple[Value, ...], int]:
    """A length, or how far away: 三天, 三天后."""
    away = in_the_distance(lasting, text, end) or hours_away(lasting, text, end)
    return ((away[0],), away[1]) if away else ((lasting,), end)


def _end_of_days(text: str, start: int, day: Token | None, last: Token | None) -> tuple[tuple[Value, ...], int] | None:
    """27 in 11.25-27 and 24 in 11.23、24: a bare number is a day only behind a day."""
    if day is None or last is None or last.end < start or not (last.value is Glue.TO or last.value is Glue.JOIN):
        return None
    found = _BARE_END.match(text, start) if isinstance(day.value, CalendarDay | MonthDay) else None
    return ((MonthDay(int(found[0])),), found.end()) if found else None


def _rest_at(text: str, start: int) -> tuple[tuple[Value, ...], int]:
    if end := foreign_at(text, start):
        return (), end
    if glue := glue_at(text, start):
        return (glue[0],), glue[1]
    return (), start + 1


def _after_name(text: str, start: int) -> int:
    """Over @周一鸣, who is no Monday."""
    found = _NAME_LIKE_A_DAY.match(text, start + 1)
    return found.end() if found else start + 1


def _after_date(text: str, end: int) -> int:
    """Over the T of `2026-11-23T08:30`."""
    found = _ISO_T.match(text, end)
    return found.end() if found else end


def is_day(value: Value) -> bool:
    return not isinstance(value, Part | Edge | Clock | TimeAway | Duration | Vague | Impossible | Glue)
