"""Drills, each as it stands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.drills.drill import Drill
from bot.shapes.act import Act


class Drills(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, drill: Drill, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Drill | None: ...

    async def save(self, drill: Drill, *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def between(self, first: datetime, last: datetime, now: datetime) -> Sequence[Drill]:
        """Those that start from `first` to before `last`, the oldest first, whatever became of them."""
        ...
