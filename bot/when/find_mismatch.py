"""A date that contradicts itself (11月25日周四, when that is a Wednesday): asked before a notice goes to many."""

from datetime import date, datetime

from bot.domain.calendar.calendar import Calendar
from bot.errors import Code
from bot.when.meaning.single_day import days_or_why
from bot.when.phrases.grouping import phrases
from bot.when.results.outcomes import Impossible, Taken
from bot.when.view import View
from bot.when.written.folding import fold


def find_mismatch(text: str, now: datetime, calendar: Calendar) -> Taken[date] | None:
    """The first date in a text that contradicts itself (11月25日周四), with the reason; None where all agree."""
    view = View(now, calendar)
    for phrase in phrases(fold(text)):
        for point in phrase.points:
            found = days_or_why(point, view) if len(point.days) > 1 else ()
            if isinstance(found, Impossible) and found.code is Code.DATE_MISMATCH:
                return Taken(text, found, ((point.start, point.end),))
    return None
