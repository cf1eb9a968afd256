"""How a command's parameters read themselves from what was typed.

A parameter's type is a frozen dataclass with `wanted` (the question asked when it is missing) and `read`.
`read` takes the words that it recognises out of `Words` and leaves the rest to its neighbours, so that people
may type arguments in any order; it returns None when there is nothing for it, and raises UserError, with a
finished sentence, when there is something that can't be. What could mean several things is raised as well, with the
`typed` words and the `candidates`: they become a card to choose from, and the line is read again with the choice.

What is missing is asked for in that order too, but for a type with `asked_first = True`. The answer to
`wanted` may be a question itself, as 周三行吗 is, where the type has `may_ask = True`.

Parameters are read in the order of the signature, so one that takes all that is left comes last (behind a `*` where
it must be given and others need not). One that was inferred says so by `guess`, and the command asks before it acts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self, runtime_checkable

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import Shift
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.domain.width import narrow
from bot.shapes.incoming import Via


@dataclass(slots=True)
class Words:
    """What is left of the line after the command's name, as it was typed.

    `guessed`: the command was not called by a name of it, so what is left may be about something else altogether.
    """

    left: str
    guessed: bool = False

    @property
    def narrow(self) -> str:
        """The same with narrow letters, digits and marks, place by place: what patterns are matched on."""
        return narrow(self.left)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match in the narrow words, taken out; what stands around it stays."""
        found = pattern.search(self.narrow)
        if found:
            self.cut(found.start(), found.end())
        return found

    def cut(self, start: int, end: int) -> str:
        """The words from one place to another, as they were typed, taken out."""
        words = self.left[start:end]
        self.left = f"{self.left[:start].rstrip()} {self.left[end:].lstrip()}".strip()
        return words

    def rest(self) -> str:
        """All that is left, taken out."""
        rest, self.left = self.left.strip(), ""
        return rest


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks, where and when: what reading a line depends on. `sender` is None for somebody unknown.

    `may_ask_policy`: what a policy leaves open is no refusal, since who can settle it is going to be asked.
    `running`: what has happened meanwhile is in a database that is going to be asked; else nothing has happened.
    """

    sender: Person | None
    company: Company
    now: datetime
    via: Via = Via.BOT
    in_group: bool = False
    group: Group | None = None  # the registered room, where it is one
    quote: str | None = None
    may_ask_policy: bool = False
    running: bool = False

    @property
    def calendar(self) -> Calendar:
        return self.company.pace.calendar

    @property
    def shift(self) -> Shift:
        """The usual one; who works otherwise is not known yet."""
        return self.company.pace.shift


class Argument(Protocol):
    wanted: ClassVar[str]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None: ...

    def explained(self) -> Mapping[str, Any]:
        """What `qunwu explain` shows of it, in the words of the contract."""
        ...


@runtime_checkable
class LookedUp(Protocol):
    """An argument that may be left out where only one thing can be meant, which its handler looks up.

    The handler then asks for the yes itself, naming what it found.
    """

    @property
    def looked_up(self) -> bool: ...


@runtime_checkable
class Kept(Protocol):
    """An argument that is kept: a command that else only reads does more than that with it."""

    @property
    def kept(self) -> bool: ...


@runtime_checkable
class Echoed(Protocol):
    """An argument that a card of confirmation repeats in its settled form, as a day with its weekday."""

    @property
    def echo(self) -> str: ...


@runtime_checkable
class Guessed(Protocol):
    """An argument that may have been inferred from something vague: a command that writes then asks first."""

    @property
    def guess(self) -> str | None:
        """What it was taken for, as the card says it: 按事假算. None: it was said plainly."""
        ...
