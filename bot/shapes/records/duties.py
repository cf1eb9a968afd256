"""Rosters: who works when."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.identifiers import UserId
from bot.shapes.act import Act


class Duties(Protocol):
    async def months(self, user: UserId) -> Sequence[date]:
        """Those of which anything was planned for him, by their first days."""
        ...

    async def add(self, month: date, cells: Mapping[UserId, str], *, by: Act) -> None:
        """They count for everybody once the transaction is over. `month`: its first day."""
        ...
