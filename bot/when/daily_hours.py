"""An hour less every working day: 每天下午提前1小时下班 (哺乳假)."""

import re
from dataclasses import dataclass
from typing import Final

from bot.when.duration import Duration, duration_at, half_day_options
from bot.when.folding import fold
from bot.when.outcomes import Ambiguous, Impossible, Taken, Vague
from bot.when.time_patterns import Edge

MOST: Final = 240  # minutes a day; more than half a shift is another kind of leave


@dataclass(frozen=True, slots=True)
class DailyHours:
    """`minutes` off on each working day, at the start or the end of the shift."""

    minutes: int
    edge: Edge


_EVERY_DAY: Final = re.compile("每一?[天日]|每个?工作日|天天")
_EARLY_OR_LATE: Final = re.compile(
    "(?P<late>晚到|晚来|迟到|推迟|晚上班|晚(?!上))|(?P<early>提前|早走|早退|早下班|早(?!上)|少上|休息?)"
)
_FOLLOWED: Final = re.compile(
    r"\s?(?:(?P<start>上班|到岗|来|到(?!明|后|今|下|\d|年|月))|(?P<end>下班|走|离[岗开]|回家))"
)


def read_daily_hours(text: str) -> Taken[DailyHours] | None:
    """None unless it is said that it is every day."""
    folded = fold(text)
    every = _EVERY_DAY.search(folded)
    way = _EARLY_OR_LATE.search(folded, every.end()) if every else None
    length = duration_at(folded, way.end() + folded.startswith(" ", way.end())) if way else None
    if every is None or way is None or length is None:
        return None
    after = _FOLLOWED.match(folded, length[1])
    late = bool(after["start"]) if after else bool(way["late"])
    return Taken(text, _value(length[0], late=late), ((every.start(), after.end() if after else length[1]),))


def _value(length: Duration | Vague | Impossible, *, late: bool) -> DailyHours | Ambiguous | Vague | Impossible:
    if not isinstance(length, Duration):
        return length
    minutes = length.total_minutes
    if minutes is None:
        return half_day_options()
    if not 0 < minutes <= MOST:
        return Impossible(f"每天最多 {MOST // 60} 小时。更长的请按天请假。")
    return DailyHours(minutes, Edge.START if late else Edge.END)
