"""By when a leave must be decided: nobody may leave his post before it is approved (D6§12)."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.pace import Pace

BEFORE_START: Final = timedelta(hours=2)


def remind_at(begins: datetime, since: datetime, pace: Pace) -> datetime:
    """As any request, but halfway to the moment at which the next in line is asked, where that is sooner."""
    return min(pace.remind_at(since), since + (escalate_at(begins, since, pace) - since) / 2)


def escalate_at(begins: datetime, since: datetime, pace: Pace) -> datetime:
    """When the next in line is asked: two hours before the start at the latest.

    Who asks later than that has his approver's answer by then or not at all: `since`, so that both are asked at once.
    What has begun already (补假) waits as any request does.
    """
    usual = pace.escalate_at(since)
    return usual if begins <= since else min(usual, max(since, begins - BEFORE_START))
