"""A single day: somebody's last day, the day he is back, the day a question is about."""

from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.domain.dates import day_seen
from bot.errors import Candidate, Code
from bot.when.meaning.times_meant import days_of
from bot.when.phrases.grouping import phrases
from bot.when.phrases.phrase_builder import Point
from bot.when.results.outcomes import Ambiguous, Impossible, Refused, Taken, Unsettled, Vague
from bot.when.said.festivals import Festival, Place, festival_day
from bot.when.said.month_days import Stretches
from bot.when.said.weeks import SUNDAY, Week, WeekDay
from bot.when.view import Lean, View
from bot.when.written.folding import fold


def read_day(text: str, now: datetime, calendar: Calendar, *, lean: Lean = Lean.FUTURE) -> Taken[date] | None:
    """The first day that `text` names, whatever is said of it; None where there is none."""
    view = View(now, calendar, lean=lean)
    for phrase in phrases(fold(text)):
        if phrase.dated:
            point = next(point for point in phrase.points if point.days)
            return Taken(text, _day(point, view), ((phrase.start, point.end),))
    return None


def read_until(text: str, now: datetime, calendar: Calendar) -> Taken[date] | None:
    """The last day of something: 到明年3月31号 includes it, 周三回来 doesn't. A day alone is the last one."""
    view = View(now, calendar, by_calendar=True)
    for phrase in phrases(fold(text)):
        if phrase.dated:
            last = _day(next(point for point in reversed(phrase.points) if point.days), view)
            value = last - timedelta(days=1) if isinstance(last, date) and phrase.back else last
            return Taken(text, value, ((phrase.start, phrase.end),))
    return None


def find_mismatch(text: str, now: datetime, calendar: Calendar) -> Taken[date] | None:
    """The first date in a text that contradicts itself (11月25日周四), with the reason; None where all agree."""
    view = View(now, calendar)
    for phrase in phrases(fold(text)):
        for point in phrase.points:
            found = _days(point, view) if len(point.days) > 1 else ()
            if isinstance(found, Impossible) and found.code is Code.DATE_MISMATCH:
                return Taken(text, found, ((point.start, point.end),))
    return None


def _day(point: Point, view: View) -> date | Unsettled:
    own = _own_day(point, view)
    found = ((own, own),) if own else _days(point, view)
    if not isinstance(found, tuple):
        return found
    if any(first != last for first, last in found):
        return Vague(f"是哪一天？请写日期，例如 {day_seen(found[0][0], view.today)}。")
    if len(found) == 1:
        return found[0][0]
    labels = [day_seen(first, view.today) for first, _ in found]
    weekly = any(isinstance(each, WeekDay | Week) for each in point.days)
    why = "今天是周日，" if weekly and view.today.weekday() == SUNDAY else ""
    question = f"是什么时候？{why}{'、'.join(labels)} 都说得通。"
    return Ambiguous(question, tuple(Candidate(f"{day}", label) for (day, _), label in zip(found, labels, strict=True)))


def _days(point: Point, view: View) -> Stretches | Unsettled:
    try:
        return days_of(point, view)
    except Refused as refused:
        return refused.outcome


def _own_day(point: Point, view: View) -> date | None:
    """国庆 as a day is the first of October, not the days off."""
    first = point.days[0]
    if not isinstance(first, Festival) or first.place is not Place.WHOLE or first.name is None or len(point.days) > 1:
        return None
    found = _days(point, view)
    return festival_day(first.name, found[0][1].year) if isinstance(found, tuple) else None
