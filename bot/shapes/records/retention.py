"""What is old goes, and what is held of those who have left."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.cases.keeping import Judged
from bot.identifiers import UserId
from bot.shapes.act import Act


class OldRecords(Protocol):
    """Leaves and their ledgers stay as long as somebody is here: protected sick time is worked out from all of them."""

    async def forget(
        self, before: datetime, *, but: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """What was over before then: work away, punches, overtime, rosters, papers about ledgers, who stood in for
        whom, what was done to groups, why leaves were asked for, and what was decided on requests of all kinds `but`
        those that another job forgets. How many rows; fewer than `at_most`: nothing is left."""
        ...

    async def forget_requests(
        self, before: datetime, *, kinds: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """Only what was decided on requests of these kinds before then."""
        ...

    async def note_leavers(self, gone: Collection[UserId], *, by: Act) -> None:
        """Who isn't here any more, all of them; whoever isn't named is."""
        ...

    async def forget_leavers(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        """All that leave and attendance hold of people who have left before then; how many people."""
        ...

    async def forget_safety(
        self, before: datetime, left_before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """Hazards and rounds that were over before then, and what is kept of trainings about who had left by then; how
        many. Accidents stay. `held`, here and above: numbers and userids of which nothing goes."""
        ...

    async def forget_names(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        """Who had left before then and isn't on the trail any more has no entry in the directory either."""
        ...


class OldCases(Protocol):
    """Cases of moderation, what was handed to human resources and the lawyers, disputes that were mediated."""

    async def forget(
        self, before: datetime, judged: Judged, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """All whose effect ended before then; how many, about `at_most`. Fewer: nothing is left."""
        ...

    async def forget_unproven(
        self, before: datetime, *, kinds: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        """What was overturned or refused before then: its evidence, and requests of these kinds. How many rows."""
        ...
