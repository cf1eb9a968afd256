"""What WeCom changed, and what was last seen of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.upkeep.platform import Change, Decision
from bot.shapes.act import Act


class PlatformChanges(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, change: Change, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Change | None: ...

    async def undecided(self, now: datetime) -> Sequence[Change]:
        """The oldest first."""
        ...

    async def decided(self, since: date, now: datetime) -> Sequence[Change]:
        """On that day or later."""
        ...

    async def decide(self, number: str, decision: Decision, note: str, *, by: Act) -> None:
        """A decision may be changed; the trail has all of them."""
        ...

    async def facts(self) -> Mapping[str, str]: ...

    async def keep(self, facts: Mapping[str, str], *, at: datetime) -> None:
        """Those that are named; others stay as they are."""
        ...
