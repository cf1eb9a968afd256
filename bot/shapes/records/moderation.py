"""Cases of moderation: what is kept of each, and what holds because of them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.cases.case import Case, Charge, Evidence, Note, Noted
from bot.domain.moderation.cases.measures import Effect, Measure
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act


class Cases(Protocol):
    async def hold(self, target: UserId) -> None:
        """Until the transaction ends nobody else decides about him."""
        ...

    async def add(self, case: Case, reason: str, *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str, now: datetime) -> Case | None: ...

    async def reason(self, number: str) -> str | None:
        """None: no key here opens it."""
        ...

    async def save(self, case: Case, kind: Noted, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def of(self, target: UserId, now: datetime) -> Sequence[Case]:
        """All of his, the oldest first."""
        ...

    async def since(self, moment: datetime, now: datetime) -> Sequence[Case]:
        """Everybody's that were confirmed from then on, the oldest first."""
        ...

    async def all(self, now: datetime) -> Sequence[Case]:
        """Everybody's, the oldest first: what a changed policy is tried on."""
        ...

    async def of_hr_alone(self, numbers: Collection[str]) -> frozenset[str]:
        """Which of these only human resources handle."""
        ...

    async def pointed_out(self, charge: Charge, *, by: Act) -> None:
        """For the trail: somebody wanted a sanction that no policy allows, so that there is no case."""
        ...

    async def between(self, begins: datetime, ends: datetime, now: datetime) -> Sequence[Case]:
        """Those confirmed from `begins` until before `ends`, whatever became of them; the oldest first."""
        ...

    async def note(self, number: str, kind: Noted, text: str = "", *, by: Act) -> None: ...

    async def notes(self, number: str) -> Sequence[Note]:
        """In the order in which they were written."""
        ...

    async def prove(self, evidence: Evidence, *, by: Act) -> None:
        """Keep what was quoted, under seal."""
        ...

    async def evidence(self, number: str) -> Sequence[Evidence]: ...


class Measures(Protocol):
    async def add(self, measure: Measure, *, by: Act) -> Measure:
        """With its id."""
        ...

    async def get(self, measure: int, now: datetime) -> Measure | None: ...

    async def of(self, number: str, now: datetime) -> Sequence[Measure]:
        """Of a case, in the order in which they were taken."""
        ...

    async def open_ones(self, target: UserId, now: datetime) -> Sequence[Measure]:
        """Those about him that nobody has ended yet, the oldest first."""
        ...

    async def waiting(self, now: datetime) -> Sequence[Measure]:
        """What people were asked to do in the client and haven't answered, the oldest first."""
        ...

    async def suspended(self) -> frozenset[UserId]:
        """For whom nothing is done anywhere, as long as nobody has ended it."""
        ...

    async def restricts(self, target: UserId, group: GroupId | None, now: datetime) -> Measure | None:
        """What keeps the bot from doing what he says there; of several the longest. None: nothing does."""
        ...

    async def save(self, measure: Measure, *, was: Effect, by: Act) -> bool:
        """False: it is over, or somebody was quicker, and nothing was changed."""
        ...
