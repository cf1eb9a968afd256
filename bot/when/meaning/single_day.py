"""The one day that a point means, or the reason why there is none."""

from datetime import date

from bot.domain.dates import day_seen
from bot.errors import Candidate
from bot.when.meaning.days_meant import days_of
from bot.when.phrases.phrase import Point
from bot.when.results.outcomes import Ambiguous, Refused, Unsettled, Vague
from bot.when.said.day_ref import Stretches
from bot.when.said.festivals import Festival, Place, festival_day
from bot.when.said.weeks import SUNDAY, Week, WeekDay
from bot.when.view import View


def single_day(point: Point, view: View) -> date | Unsettled:
    """A point that says a day; a span of them (下周) is a question, and 国庆 its own day."""
    own = _own_day(point, view)
    found = ((own, own),) if own else days_or_why(point, view)
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


def days_or_why(point: Point, view: View) -> Stretches | Unsettled:
    """What its days can mean; where they are none, the reason as a value."""
    try:
        return days_of(point, view)
    except Refused as refused:
        return refused.outcome


def _own_day(point: Point, view: View) -> date | None:
    """国庆 as a day is the first of October, not the days off."""
    first = point.days[0]
    if not isinstance(first, Festival) or first.place is not Place.WHOLE or first.name is None or len(point.days) > 1:
        return None
    found = days_or_why(point, view)
    return festival_day(first.name, found[0][1].year) if isinstance(found, tuple) else None
