"""A nickname that is wrong, from the day it is found: reminders in private, then the list to whoever keeps the group.

Nobody is named in a group (D7§7, D14).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.nicknames.rules import NicknameRules
from bot.identifiers import GroupId, UserId

LISTED_AFTER = timedelta(days=1)  # since the last reminder


@dataclass(frozen=True, slots=True)
class NicknameCase:
    """`reminded`: how often. `group` is None for a nickname that is used everywhere."""

    user: UserId
    group: GroupId | None
    nickname: str
    found_at: datetime
    reminded: int = 0
    reminded_at: datetime | None = None
    listed_at: datetime | None = None

    def reminder_due(self, rules: NicknameRules) -> datetime | None:
        """When the next one may go out: after its days, and as long after the one before, however late that was."""
        days = rules.remind_after
        if self.reminded >= len(days):
            return None
        due = self.found_at + timedelta(days=days[self.reminded])
        if self.reminded_at is None or not self.reminded:
            return due
        return max(due, self.reminded_at + timedelta(days=days[self.reminded] - days[self.reminded - 1]))

    def listing_due(self, rules: NicknameRules) -> datetime | None:
        """When it belongs on the administrator's list; None while reminders are left, and once it was listed."""
        if self.reminded < len(rules.remind_after) or self.listed_at is not None:
            return None
        return (self.reminded_at or self.found_at) + LISTED_AFTER


def is_due(at: datetime | None, now: datetime) -> bool:
    """By the day: who was found at half past nine and a second is due at half past nine."""
    return at is not None and at.astimezone(now.tzinfo).date() <= now.date()
