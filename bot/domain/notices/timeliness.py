"""How long after what it tells of a notice went out, and whether that was in time (S199, D2§10.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.notices.notice import Draft

USUAL: Final = timedelta(hours=24)  # of any other that says when it happened


@dataclass(frozen=True, slots=True)
class Timeliness:
    took: timedelta
    within: timedelta

    @property
    def is_late(self) -> bool:
        return self.took > self.within


def due(draft: Draft, within: Mapping[str, timedelta]) -> datetime | None:
    """Until when it goes out in time; None: nobody said when it happened, or it comes again and again."""
    happened = draft.grounds.happened_at
    return happened + within.get(draft.category, USUAL) if happened and not draft.recurrence else None


def timeliness(draft: Draft, posted_at: datetime, within: Mapping[str, timedelta]) -> Timeliness | None:
    until, happened = due(draft, within), draft.grounds.happened_at
    if until is None or happened is None:
        return None
    return Timeliness(max(posted_at - happened, timedelta()), until - happened)
