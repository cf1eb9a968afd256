"""Hazards, who reported them, what happened to them, and their pictures."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.safety.hazards.hazard import Hazard, Photo, Reporter, Side, Step, StepKind
from bot.identifiers import ChatId, FileId, UserId
from bot.shapes.act import Act


class Hazards(Protocol):
    async def decide_alone(self) -> None:
        """Until the transaction ends nobody else decides whether a hazard is new."""
        ...

    async def add(self, hazard: Hazard, reporters: Sequence[Reporter], *, by: Act) -> None:
        """With the first line of its log."""
        ...

    async def get(self, number: str) -> Hazard | None: ...

    async def save(self, hazard: Hazard, step: StepKind, text: str = "", *, was: int, by: Act) -> bool:
        """With a line of its log. False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def note(self, number: str, step: StepKind, text: str, *, by: Act) -> None:
        """A line of the log without a change."""
        ...

    async def steps(self, number: str) -> Sequence[Step]:
        """In the order in which they happened."""
        ...

    async def open_ones(self) -> Sequence[Hazard]:
        """All that are not over, the oldest first."""
        ...

    async def closed_since(self, moment: datetime) -> Sequence[Hazard]:
        """Put right and closed, the latest first."""
        ...

    async def found_between(self, since: datetime, until: datetime) -> Sequence[Hazard]:
        """Whatever became of them, the oldest first; `until` is excluded."""
        ...

    async def turned_into(self, accident: str) -> Sequence[Hazard]:
        """Those that became it, also where they have come back since."""
        ...

    async def of_owner(self, user: UserId) -> Sequence[Hazard]:
        """Open ones, the most urgent first."""
        ...

    async def reporters(self, number: str) -> Sequence[Reporter]:
        """Who told first comes first."""
        ...

    async def reported_by(self, user: UserId, *, since: datetime) -> Sequence[Hazard]:
        """Those he told of since then, the latest first."""
        ...

    async def join(self, number: str, reporters: Sequence[Reporter], *, by: Act) -> None:
        """They told of this one as well."""
        ...

    async def add_photo(self, number: str, file: FileId, side: Side, *, by: Act) -> bool:
        """False: it is there already."""
        ...

    async def sides(self, numbers: Sequence[str]) -> Mapping[str, frozenset[Side]]:
        """Of each that has pictures, of which sides."""
        ...

    async def photos(self, number: str) -> Sequence[Photo]:
        """In the order in which they came."""
        ...


class HazardDrafts(Protocol):
    """Pictures that came before it was said what they are of."""

    async def add(self, user: UserId, chat: ChatId | None, files: Sequence[FileId], now: datetime) -> None: ...

    async def take(self, user: UserId, chat: ChatId | None, *, since: datetime) -> Sequence[FileId]:
        """They don't wait any more."""
        ...
