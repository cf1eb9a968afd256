"""A start and a length: where it ends, over weekends, holidays, half days and breaks."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import days_seen
from bot.errors import Code
from bot.when.results.duration import LONGEST, Duration
from bot.when.results.outcomes import Impossible, Refused
from bot.when.said.month_days import months_later
from bot.when.view import View

DAYS_OF_A_SHIFT: Final = 30  # days over which hours are spread at most


def lasting(start: date, half: Half | None, duration: Duration, view: View) -> Span:
    """`duration` of days, weeks or months from `start`, or from its `half`. Raises Refused."""
    if duration.months or duration.by_calendar or view.by_calendar:
        return _by_calendar(start, half, duration)
    left, when = duration.half_days, start
    for when in (start + timedelta(days=number) for number in range(2 * LONGEST)):
        if not view.calendar.is_workday(when) and not view.shift.rostered:
            continue
        whole = 1 if half is Half.PM and when == start else 2
        if left <= whole:
            return _span(start, when, half, ends_early=left < whole)
        left -= whole
    raise Refused(Impossible("这段时间里没有这么多工作日。请改短一些。", Code.INVALID_RANGE))


def _by_calendar(start: date, half: Half | None, duration: Duration) -> Span:
    after = months_later(start, duration.months)
    left = duration.half_days + (half is Half.PM)
    last = after + timedelta(days=(left + 1) // 2 - 1)
    return _span(start, last, half, ends_early=bool(left % 2))


def _span(start: date, end: date, half: Half | None, *, ends_early: bool) -> Span:
    if start != end:
        return Span(start, end, Half.PM if half is Half.PM else None, Half.AM if ends_early else None)
    if half is Half.PM:
        return Span(start, end, Half.PM, Half.PM)
    return Span(start, end, Half.AM, Half.AM) if ends_early else Span(start, end)


def worked_from(start: datetime, minutes: int, view: View) -> TimeSpan:
    """`minutes` of work from `start` on, breaks not counted; as they come where `start` is outside the shift."""
    left, first = minutes, view.shift.date_of(start)
    for number in range(DAYS_OF_A_SHIFT):
        for begins, ends in view.shift.hours(first + timedelta(days=number), start.tzinfo):
            since = max(begins, start)
            worked = int((ends - since).total_seconds()) // 60
            if worked >= left:
                return TimeSpan(start, since + timedelta(minutes=left))
            left -= max(0, worked)
        if left == minutes or not view.shift.over_midnight:
            break
    return TimeSpan(start, start + timedelta(minutes=minutes))


def ensure_as_long(span: Span, said: Duration, view: View) -> None:
    """Raises Refused where a range and the length said with it don't fit, neither in working days nor in all days."""
    if said.minutes or said.months:
        return
    off = (span.start_half is Half.PM) + (span.end_half is Half.AM)
    worked = 2 * len(view.calendar.workdays(span.start, span.end)) - off
    every = 2 * span.calendar_days - off
    if said.half_days not in (worked, every):
        found = f"{days_seen(span.start, span.end, view.today)}是 {worked / 2:g} 个工作日"
        raise Refused(Impossible(f"{found}，不是 {said.half_days / 2:g} 天。请写对其中一个。", Code.INVALID_RANGE))
