"""When nobody is disturbed by what can wait: in the quiet hours, and on days of rest (D5§9, D11§6)."""

from datetime import datetime

from bot.domain.calendar.calendar import Calendar


def is_quiet(moment: datetime, calendar: Calendar) -> bool:
    """`moment` is of the company's time zone."""
    return moment.time() in calendar.quiet or not calendar.is_workday(moment.date())


def after_quiet(moment: datetime, calendar: Calendar) -> datetime:
    """That moment, or the first one after it at which people may be disturbed."""
    if not is_quiet(moment, calendar):
        return moment
    day = moment.date()
    if not calendar.is_workday(day) or moment.time() >= calendar.quiet.begins:
        day = calendar.next_workday(day)
    return datetime.combine(day, calendar.quiet.ends, moment.tzinfo)
