"""How long, on its own: the length of a mute, of an extension."""

from typing import Final

from bot.patterns import regex
from bot.when.phrases.tokens import Token, tokens
from bot.when.results.duration import Duration, half_day_options
from bot.when.results.outcomes import Impossible, Taken, Vague
from bot.when.said.month_days import MonthDay
from bot.when.said.times import TimeAway
from bot.when.written.folding import fold

_UNTIL: Final = regex(r"(?:到|至|-|~|月)\s?$")


def read_duration(text: str, *, by_clock: bool = False) -> Taken[Duration] | None:
    """The first duration in `text`. `by_clock`: 半天 has to be said in hours, as half a day of the clock is twelve."""
    folded = fold(text)
    for token in tokens(folded):
        if isinstance(token.value, TimeAway):
            return None
        if isinstance(token.value, Duration | Vague | Impossible):
            value = token.value
            unclear = by_clock and isinstance(value, Duration) and value.total_minutes is None
            return Taken(text, half_day_options() if unclear else value, ((token.start, token.end),))
        if by_clock and (days := _days(token, folded)):
            return Taken(text, days, ((token.start, token.end),))
    return None


def _days(token: Token, text: str) -> Duration | None:
    """7日: for a mute it is a length, not the seventh."""
    if not isinstance(token.value, MonthDay) or token.value.months is not None or text[token.end - 1] != "日":
        return None
    return None if _UNTIL.search(text[: token.start]) else Duration(half_days=2 * token.value.day)
