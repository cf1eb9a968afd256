"""Who comes back early, or lay ill meanwhile: what wasn't used of a leave comes back."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import day_seen
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting import count
from bot.domain.leave.recurring import Daily
from bot.domain.leave.request import LeaveRequest, LeaveState, When, bounds
from bot.domain.leave.schedule import Schedule
from bot.domain.leave.states import advanced, bad_state
from bot.domain.leave.types import LeaveType
from bot.errors import Code, UserError


def returned(
    request: LeaveRequest,
    kind: LeaveType,
    back: date,
    schedule: Schedule,
    now: datetime,
    *,
    half: Half | None = None,
) -> LeaveRequest:
    """Back at work early, from `back` on (`half` PM: from that afternoon). What isn't used comes back.

    Raises UserError where it isn't running, or where that would not be early.
    """
    if request.state is not LeaveState.RUNNING:
        raise bad_state(f"{request.number} 现在是{request.state}，只有休假中的才能销假。")
    after_noon = half is Half.PM
    kept = _until(request.when, back, schedule, request.begins, after_noon=after_noon)
    if kept is not None and bounds(kept, schedule, now.tzinfo)[1] >= request.ends:
        raise UserError(
            Code.INVALID_RANGE,
            f"{request.said(now.date())}到{day_seen(request.ends.date(), now.date())}就结束了，"
            f"{day_seen(back, now.date())}回来不算提前，不用销假。",
        )
    unused = request.amount - (NOTHING if kept is None else _cost(kind, kept, schedule, now.date()))
    ends = request.begins if kept is None else bounds(kept, schedule, now.tzinfo)[1]
    changed = replace(request, returned_on=back, unused=max(request.unused, unused), ends=ends)
    return advanced(replace(changed, version=request.version + 1), now)


def fallen_ill(request: LeaveRequest, kind: LeaveType, ill: Span, schedule: Schedule, now: datetime) -> LeaveRequest:
    """HR has seen the note: the days of a leave on which somebody lay ill come back, and are sick leave instead.

    The law is silent about it; the company's rules may be too, and then HR doesn't ask for this.
    """
    if request.state not in {LeaveState.RUNNING, LeaveState.ENDED} or not isinstance(request.when, Span):
        raise bad_state(f"{request.number} 现在是{request.state}，只有按天休过的假才能转成病假。")
    both = _common(request.when, ill)
    if both is None:
        raise UserError(Code.INVALID_RANGE, f"病假证明的日期不在 {request.said(now.date())}里。请核对日期。")
    unused = request.unused + _cost(kind, both, schedule, now.date())
    return replace(request, unused=min(request.amount, unused), version=request.version + 1)


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    if start > end:
        return None
    starts = [each.start_half for each in (one, other) if each.start == start]
    ends = [each.end_half for each in (one, other) if each.end == end]
    first, last = Half.PM if Half.PM in starts else None, Half.AM if Half.AM in ends else None
    if start == end and (first or last):
        return None if first and last else Span(start, end, first or last, first or last)
    return Span(start, end, first, last)


def _until(when: When, back: date, schedule: Schedule, begins: datetime, *, after_noon: bool) -> When | None:
    """What is left of it for who comes back on a day; None: nothing."""
    last = back if after_noon else back - timedelta(days=1)
    if isinstance(when, Daily):
        return replace(when, until=min(when.until, last)) if last >= when.start else None
    if isinstance(when, TimeSpan):
        end = min(when.end, _start_of_work(back, schedule, begins, after_noon=after_noon))
        return TimeSpan(when.start, end) if end > when.start else None
    if last < when.start or (last == when.start and after_noon and when.start_half is Half.PM):
        return None
    if last > when.end:
        return when
    half = Half.AM if after_noon else (when.end_half if last == when.end else None)
    return Span(when.start, last, when.start_half, half)


def _start_of_work(on: date, schedule: Schedule, like: datetime, *, after_noon: bool) -> datetime:
    shift = schedule.shift_on(on) or schedule.shift
    return shift.half(Half.PM, on, like.tzinfo)[0] if after_noon else shift.begins(on, like.tzinfo)


def _cost(kind: LeaveType, when: When, schedule: Schedule, today: date) -> Decimal:
    if isinstance(when, Daily):
        return when.hours(schedule, when.start, when.until)
    try:
        return count(kind, when, schedule, today).amount
    except UserError as refused:
        if refused.code is not Code.NO_WORKDAY:
            raise
        return NOTHING
