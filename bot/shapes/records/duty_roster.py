"""The duty roster."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.upkeep.duty import DutyTurn, Post
from bot.identifiers import UserId
from bot.shapes.act import Act


class DutyRoster(Protocol):
    async def between(self, first: date, last: date) -> Sequence[DutyTurn]:
        """Both included; by day, then by post."""
        ...

    async def enter(self, post: Post, days: Sequence[date], users: Sequence[UserId], *, by: Act) -> None:
        """They have the post on these days, and nobody else. Nobody: it is free."""
        ...

    async def give_back(self, turn: DutyTurn, *, by: Act) -> None:
        """He hasn't it any more, nor has anybody in his place."""
        ...

    async def hand_over(self, post: Post, day: date, user: UserId, to: UserId, *, by: Act) -> bool:
        """False: it isn't his any more, and nothing was changed."""
        ...
