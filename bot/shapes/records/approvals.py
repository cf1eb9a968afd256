"""What others decide on, who is asked, and who decides for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.domain.approvals.request import Request
from bot.identifiers import TaskId, UserId
from bot.shapes.act import Act


@dataclass(frozen=True, slots=True)
class Ask:
    """The card by which somebody is asked. `code`: by which WeCom lets it be changed, where it was sent by the app."""

    number: str
    user: UserId
    version: int
    task_id: TaskId
    code: str | None = None


class Requests(Protocol):
    """What others decide on."""

    async def add(self, request: Request, *, by: Act) -> None: ...

    async def get(self, number: str) -> Request | None: ...

    async def several(self, numbers: Sequence[str]) -> Mapping[str, Request]:
        """Those that there are, by their numbers."""
        ...

    async def save(self, request: Request, *, was: int, change: str, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def waiting_for(self, user: UserId) -> Sequence[Request]:
        """The oldest first."""
        ...

    async def of(self, applicant: UserId, *, pending: bool, most: int) -> Sequence[Request]:
        """The newest first: those that wait, or those that are over."""
        ...

    async def same(self, applicant: UserId, kind: str, text: str) -> Request | None:
        """One that asks for the same and isn't over."""
        ...

    async def pending(self) -> Sequence[Request]: ...

    async def next_due(self) -> datetime | None:
        """When something is to happen by itself next."""
        ...

    async def note_ask(self, ask: Ask, *, cause: str) -> None: ...

    async def close_asks(self, number: str, users: Sequence[UserId]) -> Sequence[Ask]:
        """They aren't asked any more; the cards they hold."""
        ...


class Delegations(Protocol):
    async def add(self, delegation: Delegation, *, by: Act) -> Delegation: ...

    async def get(self, number: int) -> Delegation | None: ...

    async def live(self, today: date) -> Sequence[Delegation]:
        """Offered or accepted, and not over before `today`."""
        ...

    async def asked_at(self, principal: UserId, deputy: UserId) -> datetime | None:
        """When one last asked the other, whatever became of it."""
        ...

    async def change(self, delegation: Delegation, state: DelegationState, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...
