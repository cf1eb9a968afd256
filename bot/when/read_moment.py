"""A moment: when a notice goes out, when an accident happened, until when somebody is muted."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.domain.dates import day_seen
from bot.errors import Candidate
from bot.when.meaning.days_meant import days_of
from bot.when.meaning.times_meant import hours, starts_at
from bot.when.phrases.grouping import phrases
from bot.when.phrases.phrase import Phrase, Point
from bot.when.results.outcomes import Ambiguous, Refused, Taken, Unsettled, Vague
from bot.when.said.times import Clock, Part
from bot.when.view import Lean, View
from bot.when.written.folding import fold


def read_moment(
    text: str, now: datetime, calendar: Calendar, shift: Shift = DAY_SHIFT, *, lean: Lean = Lean.FUTURE
) -> Taken[datetime] | None:
    """The first moment that `text` names; a time alone is the next one, or the last one when looking back."""
    view = View(now, calendar, shift, lean)
    for phrase in phrases(fold(text)):
        point = _telling(phrase)
        if point is not None:
            value, assumed = _moment(point, view)
            return Taken(text, value, ((phrase.start, point.end),), assumed)
    return None


def _telling(phrase: Phrase) -> Point | None:
    return next((each for each in phrase.points[:1] if each.days or each.timed), None)


def _moment(point: Point, view: View) -> tuple[datetime | Unsettled, bool]:
    if point.away:
        away = timedelta(minutes=point.away.minutes)
        return (view.now - away if point.away.back else view.now + away).replace(second=0, microsecond=0), False
    try:
        found, assumed = _on_days(point, view) if point.days else (_nearest(point, view), not _sure(point))
    except Refused as refused:
        return refused.outcome, False
    if len(found) == 1:
        return found[0], assumed
    return _ambiguous(found, view), False


def _on_days(point: Point, view: View) -> tuple[Sequence[datetime], bool]:
    days = [first for first, _ in days_of(point, view)]
    if not point.timed and point.part is not Part.NOON:
        part = point.part.value if isinstance(point.part, Part) else ""
        raise Refused(Vague(f"{day_seen(days[0], view.today)}{part}几点？请写时间，例如 8:30 或 下午3点。"))
    timed = point if point.timed else Point(point.days, Part.NOON, Clock(12, exact=True))
    found = [starts_at(timed, day, view) for day in days]
    return [moment for moments, _ in found for moment in moments], any(assumed for _, assumed in found)


def _nearest(point: Point, view: View) -> Sequence[datetime]:
    """A time without a day: all that it can mean from now on within a day, or up to now."""
    around = (view.today + timedelta(days=number) for number in (-2, -1, 0, 1, 2))
    every = sorted({moment for day in around for moment in _on(point, day, view)})
    if view.ahead:
        return [each for each in every if each > view.now][:1] if _sure(point) else _two(every, view)
    return [each for each in every if each <= view.now][-1:]


def _two(every: Sequence[datetime], view: View) -> Sequence[datetime]:
    """8点 at ten in the morning is tonight, or tomorrow morning; 3点 is this afternoon, not at night."""
    ahead = [each for each in every if view.now < each <= view.now + timedelta(days=1)]
    return [each for each in ahead if view.shift.covers(each.time())][:1] if _one_worked(ahead, view) else ahead


def _one_worked(moments: Sequence[datetime], view: View) -> bool:
    worked = [each for each in moments if view.shift.covers(each.time())]
    return len(worked) == 1 and worked[0].date() == view.today


def _on(point: Point, day: date, view: View) -> Sequence[datetime]:
    if point.clock is None or _sure(point):
        return starts_at(point, day, view)[0]
    either = {*hours(point.clock, point.part), point.clock.hour % 12, point.clock.hour % 12 + 12}
    return [starts_at(Point(clock=Clock(hour, point.clock.minute, exact=True)), day, view)[0][0] for hour in either]


def _sure(point: Point) -> bool:
    return point.clock is None or point.clock.exact or point.part is not None


def _ambiguous(found: Sequence[datetime], view: View) -> Ambiguous:
    labels = [f"{day_seen(each.date(), view.today)} {each:%H:%M}" for each in found]
    question = f"是什么时候？{'、'.join(labels)} 都说得通。"
    return Ambiguous(
        question,
        tuple(
            Candidate(f"{each:%Y-%m-%dT%H:%M}", label, f"{each:%Y-%m-%d %H:%M}")
            for each, label in zip(found, labels, strict=True)
        ),
    )
