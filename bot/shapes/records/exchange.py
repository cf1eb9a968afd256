"""Experience that colleagues share."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act


class Experiences(Protocol):
    """Moments come back in the time zone of `now`."""

    async def add(self, experience: Experience, *, by: Act) -> None: ...

    async def get(self, number: str, now: datetime) -> Experience | None: ...

    async def latest_of(self, author: UserId, state: ExperienceState, now: datetime) -> Experience | None: ...

    async def change(self, experience: Experience, *, by: Act, **changes: Any) -> Experience:
        """While it is a draft."""
        ...

    async def settle(self, experience: Experience, state: ExperienceState, *, by: Act, why: str = "") -> bool:
        """By whoever acts. False: it is in another state by now, and nothing was changed."""
        ...

    async def show(self, number: str, photo: FileId, *, by: Act) -> None:
        """A photo that belongs to it."""
        ...

    async def vote(self, number: str, user: UserId, *, by: Act) -> bool:
        """He found it useful. False: he has said so before."""
        ...

    async def published(self, first: datetime, last: datetime, now: datetime) -> Sequence[Experience]:
        """Those published then, the newest first; the last moment is left out."""
        ...

    async def search(self, words: Sequence[str], now: datetime, *, most: int) -> Sequence[Experience]:
        """Published ones in whose clean text every word stands, the newest first."""
        ...
