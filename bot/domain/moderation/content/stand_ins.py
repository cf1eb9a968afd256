"""How a word is disguised: by characters that sound or look alike, and by parts of characters."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice, product
from types import MappingProxyType
from typing import Final

from bot.domain.nicknames.lookalikes import SPLIT

MOST: Final = 24  # disguises of one word; who uses three at once is found by the others
_FILE: Final = "stand_ins.toml"


@cache
def stand_ins() -> Mapping[str, tuple[str, ...]]:
    """For a character, what people write instead: other characters, then its parts."""
    raw = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    found: dict[str, tuple[str, ...]] = {char: tuple(others) for char, others in raw["instead_of"].items()}
    for parts, char in SPLIT.items():
        found[char] = (*found.get(char, ()), parts)
    for char, listed in raw["parts"].items():
        found[char] = tuple(dict.fromkeys((*found.get(char, ()), *listed)))
    return MappingProxyType(found)


def disguises(word: str) -> Iterator[str]:
    """Other ways to write it, those with the fewest changes first; the word itself isn't one."""
    others = stand_ins()
    if others.keys().isdisjoint(word):
        return
    for place, char in enumerate(word):
        for other in others.get(char, ()):
            yield f"{word[:place]}{other}{word[place + 1 :]}"
    changed = product(*(others.get(char, (char,)) for char in word))
    yield from islice(("".join(each) for each in changed), MOST)


def may_stand_for(written: str, char: str) -> bool:
    return written == char or written in stand_ins().get(char, ())
