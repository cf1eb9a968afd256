"""One text of the library: what to look at and what to do, with its source and a question about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.safety.hazards.hazard import HazardKind

LONGEST: Final = 500  # characters: what fits a phone without scrolling far
LETTERS: Final = "ABCD"


class Kind(StrEnum):
    """What D4§6.1 wants published. A case is typical, and tells of no firm, place or number."""

    LAW = "法规"
    POLICY = "政策"
    KNOWLEDGE = "知识"
    CASE = "案例"


class Site(StrEnum):
    """Where people work; a text that names none is for all."""

    WORKSHOP = "车间"
    WAREHOUSE = "仓库"
    BUILDING = "工地"
    OFFICE = "办公"


@dataclass(frozen=True, slots=True)
class Quiz:
    """`right` is the place of the right one among the `answers`, from 0."""

    question: str
    answers: tuple[str, ...]
    right: int
    why: str

    @property
    def letter(self) -> str:
        return LETTERS[self.right]

    @property
    def choices(self) -> str:
        """`A. …`, a line each."""
        return "\n".join(f"{letter}. {answer}" for letter, answer in zip(LETTERS, self.answers, strict=False))


@dataclass(frozen=True, slots=True)
class Topic:
    """`months`: when it fits; empty: always. `words`: other words by which people ask for it."""

    type: HazardKind
    kind: Kind
    title: str
    text: str
    source: str
    quiz: Quiz
    months: frozenset[int] = frozenset()
    sites: frozenset[Site] = frozenset()
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`电气/配电箱的门`: what is noted when it was shown; a new title is a new text."""
        return f"{self.type}/{self.title}"

    @property
    def headline(self) -> str:
        """A case says that it is one: nobody shall look for the firm it tells of."""
        return f"{self.title}（典型案例）" if self.kind is Kind.CASE else self.title
