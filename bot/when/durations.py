"""How long, on its own: the length of a mute, of an extension."""

from bot.when.distance import TimeAway
from bot.when.duration import Duration, half_day_options
from bot.when.folding import fold
from bot.when.lexer import tokens
from bot.when.outcomes import Impossible, Taken, Vague


def read_duration(text: str, *, by_clock: bool = False) -> Taken[Duration] | None:
    """The first duration in `text`. `by_clock`: 半天 has to be said in hours, as half a day of the clock is twelve."""
    for token in tokens(fold(text)):
        if isinstance(token.value, TimeAway):
            return None
        if isinstance(token.value, Duration | Vague | Impossible):
            value = token.value
            unclear = by_clock and isinstance(value, Duration) and value.total_minutes is None
            return Taken(text, half_day_options() if unclear else value, ((token.start, token.end),))
    return None
