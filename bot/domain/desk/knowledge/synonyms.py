"""Words that mean the same to who asks are read as one, in questions and in texts alike."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.width import narrow

_FILE: Final = "synonyms.txt"


def folded(words: str) -> str:
    """Narrow, in small letters, each word as the first of those that mean the same."""
    known, pattern = _known()
    return pattern.sub(lambda found: known[found[0]], narrow(words).casefold())


@cache
def _known() -> tuple[Mapping[str, str], re.Pattern[str]]:
    """The longest goes first: 群里的名字 before 名字."""
    known: dict[str, str] = {}
    for line in files(__package__).joinpath(_FILE).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split()
            known |= dict.fromkeys(others, first)
    return known, re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))
