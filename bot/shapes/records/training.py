"""Trainings, what is asked after them, and licences for special work."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.safety.training.certificates import Certificate
from bot.domain.safety.training.exam import Answered, Question
from bot.domain.safety.training.training import Material, Training, TrainingState
from bot.identifiers import UserId
from bot.shapes.act import Act


class Trainings(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, training: Training, audience: Sequence[str], *, by: Act) -> None:
        """`audience`: who is meant, as it is written in the row (`bot.domain.safety.training.audience`)."""
        ...

    async def get(self, number: str, now: datetime) -> Training | None: ...

    async def audience(self, number: str) -> Sequence[str]: ...

    async def several(self, numbers: Iterable[str], now: datetime) -> Sequence[Training]:
        """In the order in which they start."""
        ...

    async def between(self, first: datetime, last: datetime, now: datetime) -> Sequence[Training]:
        """Those that were told of and start then, in that order; the last moment is left out."""
        ...

    async def drafts_of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[Training]:
        """What he has written since and told nobody of yet, the newest first."""
        ...

    async def change(self, training: Training, *, by: Act, **changes: Any) -> Training: ...

    async def settle(self, training: Training, state: TrainingState, *, by: Act, why: str = "") -> bool:
        """False: it is in another state by now, and nothing was changed."""
        ...

    async def keep(self, number: str, material: Material, *, by: Act) -> None: ...

    async def materials(self, number: str) -> Sequence[Material]: ...

    async def ask(self, number: str, questions: Iterable[Question], *, by: Act) -> None:
        """What is asked after it from now on, in place of what was."""
        ...

    async def questions(self, number: str) -> Sequence[Question]: ...

    async def questions_on(self, numbers: Iterable[str]) -> Mapping[str, Sequence[Question]]:
        """Of several trainings, by their numbers."""
        ...

    async def answer(self, number: str, answered: Answered, *, by: Act) -> bool:
        """False: he has answered this one in this attempt before, and that counts."""
        ...

    async def answers(self, number: str) -> Sequence[Answered]: ...

    async def answers_on(self, numbers: Iterable[str]) -> Mapping[str, Sequence[Answered]]:
        """Everybody's on several trainings, by their numbers."""
        ...

    async def answers_of(self, user: UserId, numbers: Iterable[str]) -> Mapping[str, Sequence[Answered]]: ...


class Certificates(Protocol):
    async def note(self, certificate: Certificate, *, by: Act) -> None:
        """The last word on this kind of his."""
        ...

    async def of(self, user: UserId) -> Sequence[Certificate]: ...

    async def ending(self, before: date) -> Sequence[Certificate]:
        """Those that end until then, or have ended, the first to end first."""
        ...
