"""Time off as people ask for it: a day, half a day, a range, a start and how long, or hours.

Example:
    明天下午 · 11.25-11.27 · 12月2号起3天 · 从明天请到周五 · 下周二下周三两天 · 春节前两天 · 明天下午3点到5点
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.errors import Code
from bot.when.meaning.days_meant import days_of
from bot.when.periods.choices import ambiguous
from bot.when.periods.days_in_a_row import in_a_row
from bot.when.periods.period_builder import FROM_WHEN_TO_WHEN, Meanings, PeriodBuilder
from bot.when.periods.request import Request, chosen, places
from bot.when.phrases.grouping import phrases
from bot.when.results.outcomes import Impossible, Refused, Taken, Unsettled, Vague
from bot.when.results.period import Period
from bot.when.said.day_ref import Stretches
from bot.when.view import Lean, View
from bot.when.written.folding import fold

ONE_AT_A_TIME: Final = "时间说了不止一段，请一次写一段，例如 11.25-11.27。"
WHICH_DAY: Final = "从哪天开始？例如 明天 或 11月25日。"


def read_period(
    text: str,
    now: datetime,
    calendar: Calendar,
    shift: Shift = DAY_SHIFT,
    *,
    lean: Lean = Lean.FUTURE,
    by_calendar: bool = False,
) -> Taken[Period] | None:
    """The time off that `text` speaks of, None where it speaks of none.

    `by_calendar`: three days are three days as they come, not working days (产假).
    """
    folded = fold(text)
    request = chosen(list(phrases(folded)), folded)
    if request is None:
        return None
    value, assumed = _outcome(request, View(now, calendar, shift, lean, by_calendar))
    return Taken(text, value, places(request, folded), assumed)


def _outcome(request: Request, view: View) -> tuple[Period | Unsettled, bool]:
    """The value, and whether a default decided."""
    if request.endless:
        return Vague(WHICH_DAY, Code.MISSING_ARG, "start"), False
    if request.start.unclear or request.torn:
        return Vague(ONE_AT_A_TIME, Code.CLARIFY), False
    if request.aside:
        return Vague(FROM_WHEN_TO_WHEN), False
    if isinstance(request.lasting, Vague | Impossible):
        return request.lasting, False
    try:
        made = _meanings(request, view)
    except Refused as refused:
        return refused.outcome, False
    unique = list(dict.fromkeys(made.values))
    if len(unique) == 1:
        return unique[0], made.assumed or request.today
    return ambiguous(request, unique, view), False


def _meanings(request: Request, view: View) -> Meanings:
    """One for each stretch that its first day can mean. Raises Refused where none of them can be."""
    if request.start.either:
        return _alternatives(request, view)
    values: list[Period] = []
    assumed, refusal = False, None
    stretches = _first_days(request, view)
    listed = not request.start.to and len(request.points) > 1
    for place, stretch in enumerate(stretches):
        try:
            first, until = in_a_row(request.points, stretch, view) if listed else stretch
            made = PeriodBuilder(request, view, first, until, place, len(stretches)).meanings()
        except Refused as refused:
            refusal = refusal or refused
            continue
        values += made.values
        assumed = assumed or made.assumed
    if refusal and (not values or isinstance(refusal.outcome, Vague)):
        raise refusal
    return Meanings(tuple(values), assumed)


def _alternatives(request: Request, view: View) -> Meanings:
    """周三或者周四: each of them as if it were alone."""
    alone = [replace(request, start=replace(request.start, points=[each], either=False)) for each in request.points]
    made = [_meanings(each, view) for each in alone if each.start.dated]
    return Meanings(tuple(value for each in made for value in each.values))


def _first_days(request: Request, view: View) -> Stretches:
    if request.today:
        return ((view.today, view.today),)
    return days_of(next(point for point in request.points if point.days), view)
