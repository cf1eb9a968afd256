"""Words and what they stand for; which of them begin at a place in a text, the longest first."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Lexicon(Generic[T]):
    """Words are given folded. What is entered several times in a row under one word counts once.

    A look-up asks only for the lengths that words with the text's first letter have: it takes as long for a hundred
    thousand words as for a hundred.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._meant: dict[str, list[T]] = {}
        lengths: dict[str, set[int]] = {}
        for word, value in entries:
            if not word:
                continue
            meant = self._meant.setdefault(word, [])
            if not meant or meant[-1] is not value:
                meant.append(value)
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def get(self, word: str) -> tuple[T, ...]:
        return tuple(self._meant.get(word, ()))

    def at(self, text: str, start: int) -> Iterator[tuple[int, tuple[T, ...]]]:
        """(where the word ends, what it stands for) for each word that begins at `start`."""
        for length in self._lengths.get(text[start : start + 1], ()):
            meant = self._meant.get(text[start : start + length])
            if meant and start + length <= len(text):
                yield start + length, tuple(meant)

    def __iter__(self) -> Iterator[str]:
        return iter(self._meant)

    def __len__(self) -> int:
        return len(self._meant)
