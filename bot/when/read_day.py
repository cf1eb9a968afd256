"""A single day: somebody's last day, the day he is back, the day a question is about."""

from datetime import date, datetime

from bot.domain.calendar.calendar import Calendar
from bot.when.meaning.single_day import single_day
from bot.when.phrases.grouping import phrases
from bot.when.results.outcomes import Taken
from bot.when.view import Lean, View
from bot.when.written.folding import fold


def read_day(text: str, now: datetime, calendar: Calendar, *, lean: Lean = Lean.FUTURE) -> Taken[date] | None:
    """The first day that `text` names, whatever is said of it; None where there is none."""
    view = View(now, calendar, lean=lean)
    for phrase in phrases(fold(text)):
        if phrase.dated:
            point = next(point for point in phrase.points if point.days)
            return Taken(text, single_day(point, view), ((phrase.start, point.end),))
    return None
