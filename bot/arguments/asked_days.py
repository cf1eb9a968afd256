"""The days that a question is about: 明天, 11.25-11.27, 12月, 这几天; today, where none is said.

Unlike a wish, a question may be about a month, about what has passed, and about an hour: then it is about its day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.calendar import last_of_month
from bot.domain.calendar.span import TimeSpan
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_month import read_month
from bot.when.read_period import read_period
from bot.when.results.period import OpenSpan, Period
from bot.when.written.folding import fold

LONGEST: Final = 62  # days; whoever wants more wants a table
_TOO_LONG: Final = f"一次最多看 {LONGEST} 天。请写一天、一周或一个月，例如 11月。"
_THAT_DAY: Final = (
    (regex("今(?:儿个?|晚上?|早上?|夜|日)"), "今天"),
    (regex("明(?:儿个?|晚上?|早上?|日)"), "明天"),
)
_OF_A_DAY: Final = regex(
    r"(?:上不|回来|来|去)?上班(?!时间)|回来|[早中晚夜白]班|上午|下午|早上|早晨|一早|中午|晚上|夜里|凌晨|傍晚|(?<![\d.])\d{1,2}(?:点半|点\d{0,2}分?|[:：]\d\d)(?:钟|左右|前|后)?"
)
_WHETHER: Final = regex("是不是|是否|会不会|到底|究竟")
_SOON: Final = regex("最近(?:这?几天|几日)?|近期|近几天|接下来(?:这?几天)?|这几天|这几日|未来几天")
_THESE_TWO: Final = regex("这两天|今明两天|今明天?")
_TOO_WIDE: Final = regex("今年|去年|明年|全年|上半年|下半年|[上本这]个?季度|一整年")
_NOW: Final = regex("现在|此刻|目前|这会儿|当前|眼下")
_A_WEEK: Final = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class AskedDays:
    """`first` to `last`, both included; `said` is False where today was taken for want of anything said."""

    wanted: ClassVar[str] = "哪一天？例如明天，或 11月25日至27日。"

    first: date
    last: date
    said: bool = True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        """Raises UserError for days that can't be, could be several, or are too many."""
        line = _plain(words.left)
        found, words.left = _days(line, scene)
        if found is None:
            return cls(scene.now.date(), scene.now.date(), said=False)
        first, last = found
        if (last - first).days >= LONGEST:
            raise UserError(Code.LIMIT, _TOO_LONG)
        return cls(first, last)

    @property
    def iso(self) -> str:
        """`2026-11-23`, `2026-11-23/2026-11-27`"""
        first, last = self.first.isoformat(), self.last.isoformat()
        return first if first == last else f"{first}/{last}"

    def explained(self) -> Mapping[str, Any]:
        return {"date": self.iso}


def _plain(text: str) -> str:
    """Without hours and work, which make no difference to a question about days."""
    folded = fold(text)
    for pattern, day in _THAT_DAY:
        folded = pattern.sub(day, folded)
    return _OF_A_DAY.sub(" ", _WHETHER.sub(" ", folded))


def _days(line: str, scene: Scene) -> tuple[tuple[date, date] | None, str]:
    """What is said, and the line without it."""
    today = scene.now.date()
    if found := _SOON.search(line):
        return (today, today + _A_WEEK), _SOON.sub(" ", line)
    if found := _THESE_TWO.search(line):
        return (today, today + timedelta(days=1)), line[: found.start()] + " " + line[found.end() :]
    if month := read_month(line, today):
        first = month.settled()
        return (first, last_of_month(first.year, first.month)), month.rest
    period = read_period(line, scene.now, scene.calendar, scene.shift)
    if period is not None:
        return _bounds(period.settled()), period.rest
    if _TOO_WIDE.search(line):
        raise UserError(Code.LIMIT, _TOO_LONG)
    return None, _NOW.sub(" ", line)


def _bounds(period: Period) -> tuple[date, date]:
    match period:
        case OpenSpan():
            return period.start, period.start + _A_WEEK
        case TimeSpan():
            return period.start.date(), period.end.date()
    return period.start, period.end
