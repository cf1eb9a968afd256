"""Safety equipment: each word on one piece is kept, and the last one counts."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.domain.safety.equipment.equipment import Equipment
from bot.shapes.act import Act


class EquipmentList(Protocol):
    async def note(self, pieces: Iterable[Equipment], *, by: Act) -> None:
        """Registered, or checked anew: the last word on each."""
        ...

    async def scrap(self, area: str, name: str, *, by: Act) -> bool:
        """It is gone. False: there is none."""
        ...

    async def all(self) -> Sequence[Equipment]:
        """Those that are in use, by area and name."""
        ...
