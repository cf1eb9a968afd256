"""What is looked for in the trail, and what is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Query:
    """All that is said holds. `begins` to `ends`: moments, the second not included."""

    user: UserId | None = None
    number: str | None = None
    command: str | None = None
    begins: datetime | None = None
    ends: datetime | None = None

    @property
    def said(self) -> Mapping[str, str]:
        """For the trail, which keeps who looked for what."""
        told = {"user": self.user, "number": self.number, "command": self.command}
        told["day"] = self._days
        return {key: str(value) for key, value in told.items() if value}

    @property
    def _days(self) -> str | None:
        """`2026-11-22`, or of several `2026-11-16/2026-11-22`"""
        if self.begins is None or self.ends is None:
            return None
        first, last = self.begins.date(), (self.ends - timedelta(microseconds=1)).date()
        return first.isoformat() if first == last else f"{first}/{last}"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry. `link`: its place in the chain; None: not yet."""

    at: datetime
    actor: str
    command: str
    change: str
    subject: str
    authority: str
    cause: str
    details: Mapping[str, Any]
    link: int | None
