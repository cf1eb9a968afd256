"""Whoever hasn't confirmed is reminded, at most as often as the rules say, in office hours; others hear nothing more.

Who came into the audience meanwhile gets the notice with the next reminder, and is expected to confirm it too.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.notices.posting import Posting
from bot.services.approvals.kinds import Desk
from bot.services.timers import set_timers

JOB: Final = "notice-receipts"
REMIND: Final = "remind:"


async def set_reminders(desk: Desk, posting: Posting) -> None:
    if posting.wants_confirmation:
        due = {f"{REMIND}{number}": at for number, at in enumerate(moments(desk), 1)}
        await set_timers(desk, JOB, str(posting.id), due)


def moments(desk: Desk) -> Sequence[datetime]:
    """Of what somebody is asked for now."""
    rules, calendar = desk.company.receipts, desk.company.pace.calendar
    days = [calendar.add_workdays(desk.now.date(), days) for days in rules.remind_after]
    return [datetime.combine(day, rules.remind_at, desk.now.tzinfo) for day in days]
