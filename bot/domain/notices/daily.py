"""How many messages the app may bring to people in a day: its accounts times 200 (D-90236), and what is beyond is lost.

Notices leave a part of it to answers, cards and cries for help; what is urgent may use all of it.
"""

from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quiet import after_quiet

EACH: Final = 200  # person-times a day, for each account
PART: Final = 0.8  # of it, for what can wait


def left_today(accounts: int, spent: int, *, urgent: bool) -> int:
    """Person-times."""
    return max(0, int(accounts * EACH * (1.0 if urgent else PART)) - spent)


def goes_on_at(now: datetime, calendar: Calendar, *, urgent: bool) -> datetime:
    """When there is room again: tomorrow, or the first moment after it at which people may be disturbed."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return tomorrow if urgent else after_quiet(tomorrow, calendar)
