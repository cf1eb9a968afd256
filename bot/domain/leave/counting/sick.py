"""Sick leave is counted twice: the protected time (医疗期) in calendar days, pay in working days.

企业职工患病或非因工负伤医疗期规定 (劳部发〔1994〕479号) art. 3 and 4: how long, and within which window it adds up;
劳部发〔1995〕236号: rest days and holidays are in it. 劳动合同法 art. 42 forbids dismissal meanwhile. Nothing here is
for the chat: HR alone is told, and never more than how much of it is used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.counting.cost import half_of, shift_dates
from bot.domain.leave.working_time.schedule import Schedule, days_between

MONTH_DAYS: Final = 30  # of months that single days add up to; the texts don't say
WARN_AT: Final = Decimal("0.8")
# total years from -> years here from -> (months, months of the window in which they add up)
TABLE: Final = (
    (10, ((20, (24, 30)), (15, (18, 24)), (10, (12, 18)), (5, (9, 15)), (0, (6, 12)))),
    (0, ((5, (6, 12)), (0, (3, 6)))),
)


@dataclass(frozen=True, slots=True)
class Term:
    """`months` of protected time, added up within `window` months from the first day of it."""

    months: int
    window: int

    @property
    def days(self) -> int:
        return self.months * MONTH_DAYS


def term(total_years: int, years_here: int) -> Term:
    """By actual years of work, with everybody and here."""
    here = next(rows for needed, rows in TABLE if total_years >= needed)
    return Term(*next(found for needed, found in here if years_here >= needed))


@dataclass(frozen=True, slots=True)
class Treatment:
    """The protected time that runs on a day: from its first sick day to `until`, with `used` calendar days of it."""

    term: Term
    since: date
    until: date
    used: Decimal

    @property
    def left(self) -> Decimal:
        return max(NOTHING, self.term.days - self.used)

    @property
    def share(self) -> Decimal:
        return self.used / self.term.days

    @property
    def warns(self) -> bool:
        """Whether HR is told."""
        return self.share >= WARN_AT


def treatment(spans: Iterable[Span], due: Term, on: date) -> Treatment | None:
    """The window in which `on` lies, by all sick leave up to that day; None: none runs.

    A window starts on the first sick day after the one before has ended. A half day is half of one, and a day that
    two requests name is one.
    """
    lost = _calendar_days(spans)
    found: Treatment | None = None
    for day in sorted(each for each in lost if each <= on):
        if found is None or day > found.until:
            found = Treatment(due, day, months_after(day, due.window) - timedelta(days=1), NOTHING)
        found = Treatment(due, found.since, found.until, found.used + lost[day])
    return found if found and on <= found.until else None


def days_of(when: Span | TimeSpan, schedule: Schedule) -> Span:
    """Time off by the clock in days: the whole day where nothing is left of its shift, else half of it."""
    if isinstance(when, Span):
        return when
    first, last = shift_dates(when, schedule)
    shift = schedule.shift_on(first) or schedule.shift
    zone = when.start.tzinfo
    whole = when.start <= shift.begins(first, zone) and shift.ends(first, zone) <= when.end
    return Span(first, last) if whole or first != last else Span(first, first, Half.AM, Half.AM)


def calendar_days(spans: Iterable[Span], year: int) -> Decimal:
    """Sick leave of one year, as forfeiting annual leave counts it."""
    return sum((amount for day, amount in _calendar_days(spans).items() if day.year == year), NOTHING)


def _calendar_days(spans: Iterable[Span]) -> Mapping[date, Decimal]:
    lost: dict[date, Decimal] = {}
    for span in spans:
        for day in days_between(span.start, span.end):
            part = Decimal("0.5") if half_of(span, day) else Decimal(1)
            lost[day] = min(Decimal(1), lost.get(day, NOTHING) + part)
    return lost
