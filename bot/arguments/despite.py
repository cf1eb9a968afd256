"""（与QJ-20261122-001同时）: which of his own leaves or trips somebody knows that he asks for the same time.

Nobody types it: it is put into the line by the card that asks about it.
"""

from collections.abc import Iterable
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Words

_DESPITE: Final = regex(r"[（(]?与\s*([A-Z]{2}-\d{8}-\d{3,6})\s*同时[)）]?")


def take_despite(words: Words) -> frozenset[str]:
    numbers = set[str]()
    while found := words.take(_DESPITE):
        numbers.add(found[1])
    return frozenset(numbers)


def despite(numbers: Iterable[str]) -> str:
    """As it is put into a line."""
    return " ".join(f"（与{number}同时）" for number in numbers)
