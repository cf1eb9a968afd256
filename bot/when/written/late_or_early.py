"""Coming late or leaving early: 提前1小时下班, 晚到半小时."""

import re
from dataclasses import dataclass
from typing import Final

from bot.patterns import regex
from bot.when.results.duration import SaidDuration
from bot.when.said.times import Edge
from bot.when.written.length_patterns import duration_at

_EARLY_OR_LATE: Final = regex(
    "(?P<late>晚到|晚来|迟到|推迟|晚上班|晚(?!上))|(?P<early>提前|早走|早退|早下班|早(?!上)|少上)"
)
_FOLLOWED: Final = regex(r"\s?(?:(?P<start>上班|到岗|来|到(?!明|后|今|下|\d|年|月))|(?P<end>下班|走|离[岗开]|回家))")
_MOST: Final = 5  # words like that which are looked at


@dataclass(frozen=True, slots=True)
class EdgeHours:
    """`start` and `end` are its place in the text."""

    length: SaidDuration
    edge: Edge
    start: int
    end: int


def edge_hours(text: str, place: int = 0) -> EdgeHours | None:
    """The first in a folded text, from `place` on."""
    for _ in range(_MOST):
        way = _EARLY_OR_LATE.search(text, place)
        if way is None:
            return None
        if length := duration_at(text, way.end() + text.startswith(" ", way.end())):
            return _with_what_follows(text, way, *length)
        place = way.end()
    return None


def _with_what_follows(text: str, way: re.Match[str], length: SaidDuration, end: int) -> EdgeHours:
    after = _FOLLOWED.match(text, end)
    late = bool(after["start"]) if after else bool(way["late"])
    return EdgeHours(length, Edge.START if late else Edge.END, way.start(), after.end() if after else end)
