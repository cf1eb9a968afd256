"""By when a request must be decided that is about something with a beginning, such as a leave: nobody may leave his
post before it is approved (D6§12)."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.pace import Pace, working_moment

BEFORE_START: Final = timedelta(hours=2)


def remind_at(begins: datetime | None, since: datetime, pace: Pace) -> datetime:
    """As any request; where that is too late, halfway to the moment at which the next in line is asked, in hours of
    work. Who asks at the last moment has just had his card."""
    usual, escalated = pace.remind_at(since), escalate_at(begins, since, pace)
    if escalated <= since or escalated == pace.escalate_at(since):
        return usual
    halfway = working_moment(since + (escalated - since) / 2, 0, pace.calendar, pace.shift)
    return min(usual, escalated, halfway)


def escalate_at(begins: datetime | None, since: datetime, pace: Pace) -> datetime:
    """When the next in line is asked: two hours before the start at the latest.

    Who asks later than that has his approver's answer by then or not at all: `since`, so that both are asked at once.
    What has begun already (补假), or has no beginning, waits as any request does.
    """
    usual = pace.escalate_at(since)
    return usual if begins is None or begins <= since else min(usual, max(since, begins - BEFORE_START))


def asked_on_at(begins: datetime | None, since: datetime, pace: Pace) -> datetime:
    """When the one after the next in line is asked, or the next in line after all where somebody has only spoken:
    after a day of work, or two hours before the start if that is still ahead. Never at once."""
    latest = begins - BEFORE_START if begins else since
    usual = pace.escalate_at(since)
    return min(usual, latest) if since < latest else usual


def warn_at(begins: datetime | None, now: datetime) -> datetime | None:
    """When its applicant is told next that it isn't agreed to: two hours before it begins, and as it begins. None: it
    has begun, or has no beginning."""
    if begins is None or begins <= now:
        return None
    return begins - BEFORE_START if now < begins - BEFORE_START else begins


def is_pressing(begins: datetime | None, now: datetime) -> bool:
    """It begins so soon that nobody can be waited for."""
    return begins is not None and now < begins and begins - now <= BEFORE_START
