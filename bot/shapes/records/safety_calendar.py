"""What the safety calendar has said, what people did about it, and what they asked and answered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.domain.safety.library.question import Question, QuestionState
from bot.domain.safety.library.streak import Habit
from bot.identifiers import UserId
from bot.shapes.act import Act


class SafetyCalendar(Protocol):
    async def note(self, reader: str, entry: str, on: date, topic: str | None, *, by: Act) -> bool:
        """That an entry is said to a reader (a group's id, `user:<id>`); False: it was said to him that day already."""
        ...

    async def said(self, on: date) -> Mapping[str, frozenset[str]]:
        """The entries that were told that day, by reader."""
        ...

    async def topics(self, reader: str) -> Sequence[str]:
        """Keys of the texts that came along, one for each time."""
        ...

    async def topic_of(self, reader: str, entry: str, on: date) -> str | None:
        """The key of the text that came along with an entry that day."""
        ...

    async def confirm(self, entry: str, on: date, user: UserId, *, by: Act) -> bool:
        """Somebody has done what was asked for; False: he said so already."""
        ...

    async def confirmed(self, entry: str, on: date) -> frozenset[UserId]: ...


class SafetyQuestions(Protocol):
    async def add(self, question: Question, *, by: Act) -> None: ...

    async def get(self, number: str) -> Question | None: ...

    async def change(self, before: Question, after: Question, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...

    async def in_state(self, *states: QuestionState) -> Sequence[Question]:
        """In the order of their numbers."""
        ...


class Quizzes(Protocol):
    async def answer(self, user: UserId, on: date, topic: str, *, right: bool) -> bool:
        """False: he has answered that day's already, and the first answer counts."""
        ...

    async def habit(self, user: UserId) -> Habit: ...

    async def set_habit(self, habit: Habit, *, by: Act) -> None: ...

    async def wanted_by(self) -> Sequence[UserId]:
        """Who wants a question a day."""
        ...
