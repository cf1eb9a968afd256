"""Whose turn it is to hear of an accident, and whose phone rings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.calls.turns import Phone, Turn
from bot.identifiers import UserId
from bot.shapes.act import Act


class Calls(Protocol):
    """Moments come back in UTC."""

    async def begin(self, number: str, round_: int, users: Sequence[UserId], *, by: Act) -> Sequence[Turn]:
        """A round through these people; nobody is told by it."""
        ...

    async def add(self, number: str, round_: int, users: Sequence[UserId], *, by: Act) -> Sequence[Turn]:
        """Their turns, behind those of a round that has begun; nobody is told by it."""
        ...

    async def of(self, number: str) -> Sequence[Turn]:
        """Of all rounds, in order."""
        ...

    async def told(self, turn: Turn, *, by: Act) -> None: ...

    async def want(self, turn: Turn, phone: Phone, *, by: Act) -> None:
        """His phone is to ring (WANTED), or why it isn't."""
        ...

    async def drop(self, number: str) -> None:
        """Nobody's phone needs to ring any more for this accident: of calls that haven't begun."""
        ...

    async def rang_since(self, user: UserId, moment: datetime) -> Sequence[datetime]:
        """When his phone was to ring, calls that weren't made left out."""
        ...

    async def in_state(self, phone: Phone) -> Sequence[Turn]: ...

    async def dial(self, turn: Turn) -> bool:
        """Before WeCom is asked, and outside of any transaction: it is committed at once, so that nobody calls twice.
        False: it is not wanted any more."""
        ...

    async def became(self, turn: Turn, phone: Phone, *, call_id: str = "", why: str = "", by: Act) -> bool:
        """From the state that `turn` is in. `why`: English, for the trail. False: it is in another one by now."""
        ...
