"""Until when something lasts: 到明年3月31号, 周三回来."""

from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.when.meaning.single_day import single_day
from bot.when.phrases.grouping import phrases
from bot.when.results.outcomes import Taken
from bot.when.view import View
from bot.when.written.folding import fold


def read_until(text: str, now: datetime, calendar: Calendar) -> Taken[date] | None:
    """The last day of something: 到明年3月31号 includes it, 周三回来 doesn't. A day alone is the last one.

    Where several are said, it is the one with 到 or 回来.
    """
    view = View(now, calendar, by_calendar=True)
    dated = [phrase for phrase in phrases(fold(text)) if phrase.dated]
    if not dated:
        return None
    phrase = next((each for each in dated if each.until or each.to or each.back), dated[0])
    last = single_day(next(point for point in reversed(phrase.points) if point.days), view)
    value = last - timedelta(days=1) if isinstance(last, date) and phrase.back else last
    return Taken(text, value, ((phrase.start, phrase.end),))
