"""Words that are one slip of the finger away: a character wrong, missing, too many, or two neighbours swapped."""

from collections.abc import Iterable, Iterator
from typing import Final

SHORTEST: Final = 3  # characters; of two, one slip makes another name: 张三 is not 张四
LONGEST: Final = 20


class Slips:
    """`words` are folded. Two words are near only if they meet once at most one character of each is left out."""

    def __init__(self, words: Iterable[str]) -> None:
        self._met: dict[str, list[str]] = {}
        for word in words:
            if SHORTEST <= len(word) <= LONGEST:
                for left in (word, *_shorter(word)):
                    self._met.setdefault(left, []).append(word)

    def near(self, typed: str) -> tuple[str, ...]:
        if not SHORTEST - 1 <= len(typed) <= LONGEST + 1:
            return ()
        found = {word: None for left in (typed, *_shorter(typed)) for word in self._met.get(left, ())}
        return tuple(word for word in found if one_slip_apart(typed, word))


def one_slip_apart(typed: str, word: str) -> bool:
    if abs(len(typed) - len(word)) > 1 or typed == word:
        return False
    if len(typed) != len(word):
        short, long = sorted((typed, word), key=len)
        return short in _shorter(long)
    wrong = [place for place in range(len(word)) if typed[place] != word[place]]
    if len(wrong) == 1:
        return True
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return swapped and typed[wrong[0]] == word[wrong[1]] and typed[wrong[1]] == word[wrong[0]]


def _shorter(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))
