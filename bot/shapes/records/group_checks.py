"""Who was asked to look through his groups in which week, and what he said."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.moderation.weekly import GroupCheck
from bot.identifiers import UserId
from bot.shapes.act import Act


class GroupChecks(Protocol):
    async def ask(self, check: GroupCheck, *, by: Act) -> None:
        """Once in a week."""
        ...

    async def answer(self, week: date, user: UserId, *, fine: bool, by: Act) -> bool:
        """False: he has answered before, or isn't asked any more, and nothing was changed."""
        ...

    async def missing(self, week: date) -> Sequence[UserId]:
        """Who was asked and hasn't answered."""
        ...
