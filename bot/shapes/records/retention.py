"""What is old goes, and what is held of those who have left."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.identifiers import UserId
from bot.shapes.act import Act


class OldRecords(Protocol):
    """Leaves and their ledgers stay as long as somebody is here: protected sick time is worked out from all of them."""

    async def forget(self, before: datetime, *, kinds: Collection[str], at_most: int, by: Act) -> int:
        """What was over before then: work away, punches, overtime, rosters, papers about ledgers, why leaves were asked
        for, and what was decided on requests of these kinds. How many rows; fewer than `at_most`: nothing is left."""
        ...

    async def note_leavers(self, gone: Collection[UserId], *, by: Act) -> None:
        """Who isn't here any more, all of them; whoever isn't named is."""
        ...

    async def forget_leavers(self, before: datetime, *, at_most: int, by: Act) -> int:
        """All that leave and attendance hold of people who have left before then; how many people."""
        ...
