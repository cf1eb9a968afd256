"""Days and hours as somebody else's book of safety counts them: nothing of the bot's is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from bench.leave_book import works

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NINE = time(9)


class Line(NamedTuple):
    """`what`: the number of what it is about, and which of the things said about it."""

    at: datetime
    to: str
    what: str


@dataclass(frozen=True, slots=True)
class Away:
    first: datetime
    last: datetime


def quiet(at: datetime) -> bool:
    return not (works(at.date()) and time(8) <= at.time() < time(21))


def loud(at: datetime) -> datetime:
    """That moment, or the next at which people may be disturbed."""
    while quiet(at):
        early = works(at.date()) and at.time() < time(8)
        at = datetime.combine(at.date() if early else at.date() + DAY, time(8), at.tzinfo)
    return at


def working_before(day: date) -> date:
    """The last working day up to it."""
    while not works(day):
        day -= DAY
    return day


def working_after(day: date) -> date:
    while not works(day):
        day += DAY
    return day


def workdays(first: date, last: date) -> int:
    return sum(works(first + DAY * n) for n in range((last - first).days + 1))


def there(away: Sequence[Away], at: datetime) -> datetime:
    """When that is really done: where nobody was there, as soon as somebody is."""
    return next((each.last for each in away if each.first < at <= each.last), at)


def worked(at: datetime, hours: float) -> datetime:
    """When so many hours have been worked since: 08:30 to 12:00 and 13:30 to 18:00."""
    left, day = timedelta(hours=hours), at.date()
    while True:
        for first, last in ((time(8, 30), time(12)), (time(13, 30), time(18))) if works(day) else ():
            begins = max(at, datetime.combine(day, first, at.tzinfo))
            there_is = datetime.combine(day, last, at.tzinfo) - begins
            if there_is >= left:
                return begins + left
            left -= max(there_is, timedelta())
        day += DAY
