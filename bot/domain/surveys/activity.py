"""An activity (HD-…, D14篇1§5, D17§2.2): when, where, how many may come; who comes first has a place, the rest wait."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, Self

from bot.domain.dates import clock_time
from bot.domain.notices.audience import Audience
from bot.domain.surveys.stage import Stage
from bot.domain.wording import shown
from bot.identifiers import UserId

PREFIX: Final = "HD"
LONGEST: Final = 200  # characters of what it is
LONGEST_PLACE: Final = 40
MOST_PLACES: Final = 5000


@dataclass(frozen=True, slots=True)
class Activity:
    """`places`: None is as many as like. `closes_at`: until when people sign up, and may withdraw by themselves."""

    number: str
    author: UserId
    title: str
    audience: Audience
    starts: datetime
    closes_at: datetime
    made_at: datetime
    place: str = ""
    places: int | None = None
    stage: Stage = Stage.DRAFT
    request: str = ""
    version: int = 1

    def moved_to(self, stage: Stage, request: str = "") -> Self:
        return replace(self, stage=stage, request=request, version=self.version + 1)

    def passed_to(self, author: UserId) -> Self:
        return replace(self, author=author, version=self.version + 1)

    @property
    def digest(self) -> str:
        moments = [each.astimezone(UTC).isoformat() for each in (self.starts, self.closes_at)]
        return sha256(repr((self.title, self.audience, *moments, self.place, self.places)).encode()).hexdigest()

    def is_open(self, now: datetime) -> bool:
        return self.stage is Stage.OPEN and now < self.closes_at

    def facts(self, now: datetime) -> str:
        """When, where, how many, until when: a line each."""
        zone = now.tzinfo
        lines = [f"时间：{clock_time(self.starts.astimezone(zone), now)}"]
        lines += [f"地点：{shown(self.place, LONGEST_PLACE)}"] if self.place else []
        lines += [f"名额：{self.places} 人，报满了排候补"] if self.places is not None else []
        return "\n".join([*lines, f"报名截止：{clock_time(self.closes_at.astimezone(zone), now)}，自愿参加"])


@dataclass(frozen=True, slots=True)
class Standing:
    """In the order in which they signed up."""

    coming: tuple[UserId, ...]
    waiting: tuple[UserId, ...]

    @property
    def both(self) -> tuple[UserId, ...]:
        return (*self.coming, *self.waiting)


def standing(signed_up: Sequence[UserId], places: int | None) -> Standing:
    """`signed_up`: who came first comes first."""
    room = len(signed_up) if places is None else places
    return Standing(tuple(signed_up[:room]), tuple(signed_up[room:]))
