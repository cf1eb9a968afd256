"""What WeCom's answers tell of WeCom itself: which interfaces it lets us call, and what it has never said before."""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.upkeep.platform import Oddity, OddityKind
from bot.patterns import regex
from bot.wecom.api.answers import Answer
from bot.wecom.api.errcodes import is_known

CLOSED: Final = frozenset({48001, 48002, 48003, 48004, 301002})  # the interface, and not this person or that tag
MOST: Final = 200  # oddities that are remembered until somebody asks
_WARNING: Final = regex(r"\b(?:deprecat\w*|obsolete|will be (?:removed|closed|offline)|warning)\b", re.IGNORECASE)


class Heard:
    """Since somebody asked last: an interface's last answer counts, each oddity once."""

    def __init__(self) -> None:
        self._doors: dict[str, int] = {}
        self._odd: dict[Oddity, None] = {}

    def note(self, path: str, answer: Answer) -> None:
        """`path`, with the name of the secret where it isn't the app's: each may call other interfaces."""
        code = int(answer["errcode"])
        if code == 0 or code in CLOSED:
            self._doors[path] = code
        if not is_known(code):
            self._add(Oddity(OddityKind.CODE, path, code))
        if code == 0 and _WARNING.search(str(answer.get("errmsg", ""))):
            self._add(Oddity(OddityKind.WARNING, path))

    def take(self) -> tuple[Mapping[str, int], tuple[Oddity, ...]]:
        doors, odd = self._doors, tuple(self._odd)
        self._doors, self._odd = {}, {}
        return doors, odd

    def _add(self, oddity: Oddity) -> None:
        if len(self._odd) < MOST:
            self._odd[oddity] = None
