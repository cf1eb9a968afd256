"""How a command's parameters read themselves from what was typed.

A parameter's type is a frozen dataclass with `wanted` (the question asked when it is missing) and `read`.
`read` takes the words that it recognises out of `Words` and leaves the rest to its neighbours, so that people
may type arguments in any order; it returns None when there is nothing for it, and raises UserError, with a
finished sentence, when there is something that can't be.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self

from bot.domain.company import Company
from bot.domain.groups import Group
from bot.domain.people import Person
from bot.shapes.incoming import Via


@dataclass(slots=True)
class Words:
    """What is left of the line after the command's name."""

    left: str

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, taken out; what stands around it stays."""
        found = pattern.search(self.left)
        if found:
            self.left = f"{self.left[: found.start()].rstrip()} {self.left[found.end() :].lstrip()}".strip()
        return found

    def rest(self) -> str:
        """All that is left, taken out."""
        rest, self.left = self.left.strip(), ""
        return rest


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks, where and when: what reading a line depends on. `sender` is None for somebody unknown."""

    sender: Person | None
    company: Company
    now: datetime
    via: Via = Via.BOT
    in_group: bool = False
    group: Group | None = None  # the registered room, where it is one
    quote: str | None = None


class Argument(Protocol):
    wanted: ClassVar[str]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None: ...

    def explained(self) -> Mapping[str, Any]:
        """What `qunwu explain` shows of it, in the words of the contract."""
        ...
