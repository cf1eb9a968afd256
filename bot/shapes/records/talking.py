"""What a conversation remembers: cards people hold, questions that wait for an answer, and refusals."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.confirmations import Confirmation, ConfirmationState
from bot.domain.dialogues import Dialogue, DialogueState, Option
from bot.domain.refusals import Refusal
from bot.identifiers import ChatId, TaskId, UserId
from bot.shapes.act import Act


class Cards(Protocol):
    async def issue_all(self, *, topic: str, holders: Mapping[str, UserId]) -> Mapping[str, TaskId]:
        """Of many subjects, each with its holder."""
        ...

    async def issue(self, *, topic: str, subject: str, holder: UserId) -> TaskId:
        """A new card's id, unique per recipient and over all time. `holder` is ANYBODY where many share it: then who
        serves its buttons looks whether it is the presser's affair."""
        ...

    async def find(self, task_id: TaskId) -> tuple[str, str, UserId] | None:
        """(topic, subject, holder)"""
        ...


class Confirmations(Protocol):
    async def open(
        self,
        *,
        asker: UserId,
        chat: ChatId | None,
        line: str,
        closes_at: datetime,
        by: Act,
        quote: str | None = None,
    ) -> Confirmation: ...

    async def get(self, number: int) -> Confirmation | None: ...

    async def latest_open(self, asker: UserId, now: datetime) -> Confirmation | None: ...

    async def close(
        self, confirmation: Confirmation, state: ConfirmationState, *, by: Act, forgotten: bool = False
    ) -> bool:
        """`forgotten`: its line goes at once. False: somebody was quicker, and nothing was changed."""
        ...


class Dialogues(Protocol):
    async def open(
        self,
        *,
        asker: UserId,
        via: str,
        chat: ChatId | None,
        line: str,
        question: str,
        closes_at: datetime,
        by: Act,
        typed: str = "",
        options: Sequence[Option] = (),
        guessed: bool = False,
        quote: str | None = None,
    ) -> Dialogue:
        """One at a time in a chat: what was asked there before is dropped."""
        ...

    async def get(self, number: int) -> Dialogue | None: ...

    async def waiting(self, asker: UserId, via: str, chat: ChatId | None) -> Dialogue | None:
        """What was asked there last and is neither answered nor dropped, even if its time is over."""
        ...

    async def close(self, dialogue: Dialogue, state: DialogueState, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Refusals(Protocol):
    """What people were refused."""

    async def note(self, refusal: Refusal, *, by: Act | None = None, whom: UserId | None = None) -> None:
        """The trail has it too, with whom it was about; `by`: without a name, where nothing may tell one."""
        ...

    async def latest(self, user: UserId) -> Refusal | None: ...

    async def count(self, user: UserId, *, since: datetime) -> int: ...

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        """Delete what is older."""
        ...
