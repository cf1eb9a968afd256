"""A question about safety that the library had no answer to: passed on, answered by a person, perhaps kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.safety.library.search import Text
from bot.identifiers import UserId

PREFIX: Final = "WD"  # of the numbers that people quote: WD-20261122-001
LONGEST: Final = 200  # characters of a question
LONGEST_ANSWER: Final = 500


class QuestionState(StrEnum):
    OFFERED = "没转"  # its asker was asked whether to pass it on
    PASSED = "待答"
    ANSWERED = "已答"
    PROPOSED = "待审"  # to be kept, if somebody else agrees
    KEPT = "已收录"


@dataclass(frozen=True, slots=True)
class Question:
    number: str
    state: QuestionState
    text: str
    asker: UserId
    asked_on: date
    answer: str = ""
    answered_by: UserId | None = None
    answered_on: date | None = None

    def as_text(self, answerer: str) -> Text:
        """As the library has it."""
        on = self.answered_on or self.asked_on
        source = f"{answerer}答复，{on.year}年{on.month}月{on.day}日（{self.number}）"
        return Text(self.text, (), self.answer, source, self.text)
