"""What somebody's record says to the ladder: confirmed violations, and what became of them since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from bot.domain.moderation.categories import Category
from bot.domain.moderation.pack import Decay, Pack, Repeat


class PastState(StrEnum):
    """The value is what people read."""

    PROPOSED = "待同意"  # nobody is told yet, and it counts for nothing
    CONFIRMED = "已确认"
    APPEALED = "申诉中"  # counts until it is decided; what can't be undone waits for it
    OVERTURNED = "已推翻"
    PARDONED = "已免除"


_COUNTING = frozenset({PastState.CONFIRMED, PastState.APPEALED})


@dataclass(frozen=True, slots=True)
class Past:
    """A violation that was confirmed. `act`: what tells the act apart (a quoted message's hash, an earlier number);
    of two cases about one act only one counts. Empty: nobody knows, the case is an act of its own."""

    number: str
    category: str
    confirmed_at: datetime
    state: PastState = PastState.CONFIRMED
    act: str = ""

    def confirmed_on(self, zone: tzinfo | None) -> date:
        return self.confirmed_at.astimezone(zone).date()


History = Sequence[Past]


def counting(history: Iterable[Past], category: Category, at: datetime, pack: Pack) -> tuple[Past, ...]:
    """The earlier ones that make a violation at that moment a repetition, the oldest first; any order will do.

    Days count, not hours: what was confirmed at whatever hour counts to the end of the last day.
    """
    known = _one_an_act(each for each in history if _is_about(each, category, pack) and each.confirmed_at <= at)
    within: list[Past] = []
    since = at.date()
    for each in reversed(known):
        on = each.confirmed_on(at.tzinfo)
        if since - on > pack.window:
            break
        within.append(each)
        since = on if pack.decay is Decay.RESTART else since
    return tuple(reversed(within))


def _is_about(past: Past, category: Category, pack: Pack) -> bool:
    return past.state in _COUNTING and (pack.repeat is Repeat.ANY or past.category == category.code)


def _one_an_act(history: Iterable[Past]) -> list[Past]:
    """By the time of confirmation; of one act the first that was confirmed."""
    found: dict[str, Past] = {}
    for each in sorted(history, key=lambda past: (past.confirmed_at, past.number)):
        found.setdefault(each.act or f"#{each.number}", each)
    return list(found.values())
