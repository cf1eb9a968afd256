"""Which times of the clock, or which half of a day, a point means."""

from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.span import Half
from bot.when.phrases.phrase import Point
from bot.when.said.times import Clock, Edge, Part
from bot.when.view import View

HALVES: Final = {Part.AM: Half.AM, Part.MORNING: Half.AM, Part.PM: Half.PM}
LATE: Final = (Part.EVENING, Part.NIGHT)


def half_of(point: Point) -> Half | None:
    return HALVES.get(point.part) if isinstance(point.part, Part) and point.clock is None else None


def starts_at(point: Point, on: date, view: View) -> tuple[tuple[datetime, ...], bool]:
    """The moments that a time on a day can mean, and whether a default decided between several."""
    if isinstance(point.part, Edge) or point.clock is None:
        return (_edge(point, on, view),), False
    said = hours(point.clock, point.part)
    if len(said) == 1:
        return (_at(on, said[0], point.clock.minute, view),), False
    moments = [_at(on, hour, point.clock.minute, view) for hour in said]
    timely = [each for each in moments if (each > view.now if view.ahead else each <= view.now)] or moments
    worked = [each for each in timely if view.shift.covers(each.time())]
    return (worked[0],) if len(worked) == 1 else tuple(timely), True


def ends_at(point: Point, on: date, view: View, start: datetime) -> datetime:
    """The first moment after `start` that it can mean; a time before it is the next day's."""
    if isinstance(point.part, Edge) or point.clock is None:
        return _edge(point, on, view)
    said = hours(point.clock, point.part)
    if not point.days:
        clear = point.part is not None or point.clock.exact
        said = (
            (*said, *(hour + 24 for hour in said)) if clear else tuple(point.clock.hour + more for more in (0, 12, 24))
        )
    moments = [_at(on, hour, point.clock.minute, view) for hour in said]
    return next((each for each in moments if each > start), moments[0])


def hours(clock: Clock, part: Part | Edge | None) -> tuple[int, ...]:
    """Hours since midnight of its day; 24 and more are after the next midnight."""
    hour = clock.hour
    if part in LATE:
        return _late_hours(hour, clock)
    if part is Part.PM:
        return (hour + 12 if 1 <= hour < 12 else hour,)
    if part is Part.NOON:
        return (hour + 12 if 1 <= hour <= 3 else hour,)
    if part is Part.DAWN:
        return (hour % 12,)
    if part is not None or clock.exact or hour >= 8:
        return (hour,)
    return (hour, hour + 12)


def _late_hours(hour: int, clock: Clock) -> tuple[int, ...]:
    """晚上12点 is midnight; 晚上1点 may be meant of this night or of the next."""
    if hour in (0, 12, 24):
        return (24,)
    if 5 <= hour < 12:
        return (hour + 12,)
    return (hour,) if clock.exact and hour > 12 else (hour, hour + 24)


def _edge(point: Point, on: date, view: View) -> datetime:
    zone = view.now.tzinfo
    return view.shift.ends(on, zone) if point.part is Edge.END else view.shift.begins(on, zone)


def _at(on: date, hour: int, minute: int, view: View) -> datetime:
    return datetime.combine(on, time(), view.now.tzinfo) + timedelta(hours=hour, minutes=minute)
