"""An hour less every working day: 每天下午提前1小时下班 (哺乳假)."""

from dataclasses import dataclass
from typing import Final

from bot.patterns import regex
from bot.when.results.duration import Duration, half_day_options
from bot.when.results.outcomes import Ambiguous, Impossible, Taken, Vague
from bot.when.said.times import Edge
from bot.when.written.folding import fold
from bot.when.written.late_or_early import EdgeHours, edge_hours

MOST: Final = 240  # minutes a day; more than half a shift is another kind of leave


@dataclass(frozen=True, slots=True)
class DailyHours:
    """`minutes` off on each working day, at the start or the end of the shift."""

    minutes: int
    edge: Edge


_EVERY_DAY: Final = regex("每一?[天日]|每个?工作日|天天")


def read_daily_hours(text: str) -> Taken[DailyHours] | None:
    """None unless it is said that it is every day."""
    folded = fold(text)
    every = _EVERY_DAY.search(folded)
    said = edge_hours(folded, every.end()) if every else None
    if every is None or said is None:
        return None
    return Taken(text, _value(said), ((every.start(), said.end),))


def _value(said: EdgeHours) -> DailyHours | Ambiguous | Vague | Impossible:
    if not isinstance(said.length, Duration):
        return said.length
    minutes = said.length.total_minutes
    if minutes is None:
        return half_day_options()
    if not 0 < minutes <= MOST:
        return Impossible(f"每天最多 {MOST // 60} 小时。更长的请按天请假。")
    return DailyHours(minutes, said.edge)
