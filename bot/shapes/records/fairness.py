"""Appeals, mediation and praise: what is kept of each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.moderation.appeals.appeal import Appeal, Statement
from bot.domain.moderation.mediation.dispute import Dispute
from bot.domain.moderation.praising.praise import Praise
from bot.identifiers import UserId
from bot.shapes.act import Act


class Appeals(Protocol):
    async def add(self, appeal: Appeal, reason: str, *, by: Act) -> None: ...

    async def get(self, case: str, now: datetime) -> Appeal | None: ...

    async def reason(self, case: str) -> str | None:
        """What the appellant says. None: no key here opens it."""
        ...

    async def state(self, case: str, text: str, *, by: Act) -> None:
        """One more thing that one of the two sides says; nothing of what was said before changes."""
        ...

    async def statements(self, case: str, now: datetime) -> Sequence[Statement]:
        """What was added to the reason, the oldest first."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Appeal]:
        """Which nobody has ruled yet, by the number of the case."""
        ...

    async def answer(self, case: str) -> str | None:
        """What was said to it; empty until then."""
        ...

    async def save(self, appeal: Appeal, answer: str = "", *, was: int, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...


class Disputes(Protocol):
    async def add(self, dispute: Dispute, matter: str, *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str, now: datetime) -> Dispute | None: ...

    async def matter(self, number: str) -> str | None:
        """What it is about. None: no key here opens it."""
        ...

    async def open_ones(self, now: datetime) -> Sequence[Dispute]:
        """The oldest first."""
        ...

    async def save(self, dispute: Dispute, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def result(self, number: str) -> str | None:
        """The last line of its log that says anything; empty: none does. None: no key here opens it."""
        ...


class Praises(Protocol):
    async def add(self, praise: Praise, *, by: Act) -> None: ...

    async def of(self, person: UserId, since: datetime, now: datetime) -> Sequence[Praise]:
        """The oldest first."""
        ...

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        """Older ones; how many. What `held` names stays: numbers and userids."""
        ...

    async def all(self, since: datetime, now: datetime) -> Sequence[Praise]:
        """Everybody's, the oldest first."""
        ...
