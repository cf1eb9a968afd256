"""A survey (ZJ-…, D7§1): a question with options to vote on, or one that is answered in words; by name or anonymous.

Of an anonymous one nobody, the database neither, can tell who has said what; and nothing is shown of it before it is
over nor if fewer than five have answered, since of four it can be guessed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, Self

from bot.domain.notices.audience import Audience
from bot.domain.surveys.stage import Stage
from bot.identifiers import UserId

PREFIX: Final = "ZJ"
LONGEST: Final = 200  # characters of a question
LONGEST_OPTION: Final = 20
LONGEST_OPINION: Final = 500
FEWEST_OPTIONS, MOST_OPTIONS = 2, 10
SMALLEST: Final = 5  # answers of an anonymous one that may be shown
LETTERS: Final = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Survey:
    """`options` is empty where it is answered in words. `request`: the number of what waits for review."""

    number: str
    author: UserId
    question: str
    audience: Audience
    closes_at: datetime
    made_at: datetime
    options: tuple[str, ...] = ()
    anonymous: bool = False
    stage: Stage = Stage.DRAFT
    request: str = ""
    version: int = 1

    def moved_to(self, stage: Stage, request: str = "") -> Self:
        return replace(self, stage=stage, request=request, version=self.version + 1)

    def passed_to(self, author: UserId) -> Self:
        return replace(self, author=author, version=self.version + 1)

    @property
    def digest(self) -> str:
        """What an approval is bound to."""
        closes = self.closes_at.astimezone(UTC).isoformat()
        parts = (self.question, self.options, self.audience, closes, self.anonymous)
        return sha256(repr(parts).encode()).hexdigest()

    def is_open(self, now: datetime) -> bool:
        return self.stage is Stage.OPEN and now < self.closes_at


@dataclass(frozen=True, slots=True)
class Ballot:
    """`voter`: his account; of an anonymous survey what stands for it, not to be read back. `choice` counts from 0."""

    voter: str
    choice: int | None
    words: str = ""


def tally(survey: Survey, ballots: Iterable[Ballot]) -> Sequence[int]:
    """Votes for each option."""
    counts = [0] * len(survey.options)
    for each in ballots:
        if each.choice is not None and each.choice < len(counts):
            counts[each.choice] += 1
    return counts


def may_show(survey: Survey, answered: int) -> bool:
    """What was answered, to whoever may see results at all."""
    return not survey.anonymous or (survey.stage is Stage.CLOSED and answered >= SMALLEST)


def option_named(survey: Survey, words: str) -> int | None:
    """`B`, `2`, or the option itself."""
    said = words.strip().rstrip("。.、 ").casefold()
    for place, option in enumerate(survey.options):
        if said in (LETTERS[place].casefold(), str(place + 1), option.casefold()):
            return place
    return None
