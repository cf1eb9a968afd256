"""What a kind of request brings along, and what the approvals need of whoever calls them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.domain.approvals.request import Details, Request
from bot.domain.company import Company
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.context import Context
from bot.shapes.outgoing import Address, Content
from bot.shapes.store import Store


class Desk(Protocol):
    """The part of a command's and of a job's context that the work is done with."""

    @property
    def now(self) -> datetime: ...

    @property
    def company(self) -> Company: ...

    @property
    def store(self) -> Store: ...

    @property
    def act(self) -> Act: ...

    @property
    def tell(self) -> Callable[[Address, Content], None]: ...


@runtime_checkable
class Watched(Protocol):
    """A kind whose approval depends on what has been agreed to meanwhile."""

    async def details(self, desk: Desk, request: Request) -> Details:
        """What whoever is asked now looks at: as it is now, not as it was when it was asked for."""
        ...

    async def ensure_possible(self, desk: Desk, request: Request) -> str:
        """In the transaction that approves, before it does. Raises UserError; else what who agrees should know, as a
        sentence, or nothing. What it holds on to is held before any row is changed."""
        ...


@runtime_checkable
class Sealed(Protocol):
    """A kind of which part stands apart, under seal: it is read for each card, and kept on none."""

    async def unsealed(self, desk: Desk, request: Request) -> Details:
        """All that stands on the card of whoever is asked."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """Something that may be looked at before deciding. `said`: on the button; `command`: that does the same."""

    key: str
    said: str
    command: str


@runtime_checkable
class Shown(Protocol):
    """A kind of which some who are asked may see more than stands on their card: each look is a step of their own."""

    def looks(self, desk: Desk, request: Request, user: UserId) -> Sequence[Look]: ...

    async def look(self, ctx: Context, request: Request, key: str) -> str:
        """It goes to who asks in private: what came of it, as a sentence. Raises UserError."""
        ...


class Kind(Protocol):
    """Something that is asked for, such as 建群。"""

    @property
    def name(self) -> str: ...

    @property
    def prefix(self) -> str:
        """Of its numbers: RQ unless it has one of its own."""
        ...

    async def settled(self, desk: Desk, request: Request) -> str:
        """It is over, by whichever end: do what follows, in the same transaction and without asking the network.

        What follows, as a sentence for the applicant; empty, where nothing does.
        """
        ...
