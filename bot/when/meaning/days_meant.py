"""Which days of the calendar a point means; what was said twice over has to agree (11月25日 周三)."""

from datetime import date

from bot.domain.dates import WEEKDAYS, day, full_day
from bot.errors import Code
from bot.when.phrases.phrase import Point
from bot.when.results.outcomes import Impossible, Refused
from bot.when.said.day_ref import DayRef, Stretches
from bot.when.said.weeks import WeekDay
from bot.when.view import View


def days_of(point: Point, view: View, start: date | None = None) -> Stretches:
    """What its days can mean, all of them agreeing. `start` is the first day of the range it ends. Raises Refused."""
    found = point.days[0].stretches(view, start)
    for other in point.days[1:]:
        found = _agreeing(found, point.days[0], other, view, start)
    return found


def _agreeing(found: Stretches, first: DayRef, other: DayRef, view: View, start: date | None) -> Stretches:
    if isinstance(first, WeekDay) and not isinstance(other, WeekDay):
        return _agreeing(other.stretches(view, start), other, first, view, start)
    if isinstance(other, WeekDay) and other.weeks is None:
        agreed = tuple(each for each in found if each[0].weekday() == other.days[0])
        wrong = f"不是周{WEEKDAYS[other.days[0]]}"
    else:
        others = other.stretches(view, start)
        agreed = tuple(each for each in found if each in others)
        wrong = f"不是{day(others[0][0])}"
    if not agreed:
        raise Refused(Impossible(f"{_named(found[0][0], view)}，{wrong}。请改对日期再发。", Code.DATE_MISMATCH))
    return agreed


def _named(when: date, view: View) -> str:
    said = day(when) if when.year == view.today.year else full_day(when)
    return said.replace("(", "是").removesuffix(")")
