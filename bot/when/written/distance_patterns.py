"""How what is so far away is written: 三天后, 两周前, 2小时后."""

from typing import Final

from bot.patterns import regex
from bot.when.results.duration import Duration, SaidDuration
from bot.when.said.days_from_today import Away
from bot.when.said.times import TimeAway

_DIRECTION: Final = regex(r"\s?(?:之|以)?(?:后(?![天面年勤来台])|前(?![天面年台往])(?!提))")


def in_the_distance(lasting: SaidDuration, text: str, end: int) -> tuple[Away, int] | None:
    """三天后, 两周前, where `lasting` ends at `end`; hours are no days."""
    if not isinstance(lasting, Duration) or lasting.minutes or lasting.half_days == 1:
        return None
    found = _DIRECTION.match(text, end)
    return (Away(lasting, back=found[0].endswith("前")), found.end()) if found else None


def hours_away(lasting: SaidDuration, text: str, end: int) -> tuple[TimeAway, int] | None:
    """2小时后, where `lasting` ends at `end`."""
    if not isinstance(lasting, Duration) or not lasting.minutes:
        return None
    found = _DIRECTION.match(text, end)
    return (TimeAway(lasting.minutes, back=found[0].endswith("前")), found.end()) if found else None
