"""What falls due for somebody who leaves: reminders, the end of his account, the question whether it may be deleted.

What is moved has timers of its own, since each rings once.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.accounts.leaving import Leaving
from bot.domain.accounts.works import Write
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "leaving-clock"
EVE: Final = "eve"
OFF: Final = "off"
AFTER: Final = "after"
DELETE: Final = "delete"
A_WEEK: Final = timedelta(days=7)  # where a company keeps nothing, and somebody wants it kept for once
_MORNING: Final = time(9)
_EVENING: Final = time(18)


async def start(desk: Desk, leaving: Leaving) -> None:
    """Also anew, after its day was moved."""
    await call_off(desk, JOB, leaving.number)
    last = leaving.last_day
    due = {kind: at for kind, at in _due(desk, last).items() if at > desk.now or kind != EVE}
    await set_timers(desk, JOB, leaving.number, {f"{kind}:{leaving.version}": at for kind, at in due.items()})


async def ask_to_delete(desk: Desk, leaving: Leaving, *, since: date) -> None:
    """After he was disabled, or after somebody wanted it kept for longer."""
    keep = desk.company.accounts.keep
    day = since + (keep if keep or since != desk.now.date() else A_WEEK)
    moment = datetime.combine(_workday(desk, day), _MORNING, desk.now.tzinfo)
    await set_timers(desk, JOB, leaving.number, {f"{DELETE}:{day}": max(moment, desk.now + timedelta(minutes=1))})


async def nothing_more(desk: Desk, leaving: Leaving) -> None:
    await call_off(desk, JOB, leaving.number)


def off_at(desk: Desk, last: date) -> datetime:
    """At the end of his last day: at midnight where the bot does it, and where a human is asked to, after work."""
    if desk.company.accounts.write is Write.ON:
        return datetime.combine(last + timedelta(days=1), time(), desk.now.tzinfo)
    return datetime.combine(last, _EVENING, desk.now.tzinfo)


def _due(desk: Desk, last: date) -> Mapping[str, datetime]:
    zone, calendar = desk.now.tzinfo, desk.company.pace.calendar
    return {
        EVE: datetime.combine(calendar.add_workdays(last, -1), _MORNING, zone),
        OFF: off_at(desk, last),
        AFTER: datetime.combine(_workday(desk, last + timedelta(days=1)), _MORNING, zone),
    }


def _workday(desk: Desk, day: date) -> date:
    calendar = desk.company.pace.calendar
    while not calendar.is_workday(day):
        day += timedelta(days=1)
    return day
