"""Who comes back early, or lay ill meanwhile: what wasn't used of a leave comes back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import day_seen
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.counting.cost import count
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, When, bounds
from bot.domain.leave.requests.states import advanced, bad_state
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError


def returned(
    request: LeaveRequest,
    kind: LeaveType,
    back: date,
    schedule: Schedule,
    now: datetime,
    *,
    half: Half | None = None,
    ill: Iterable[Span] = (),
) -> LeaveRequest:
    """Back at work early, from `back` on (`half` PM: from that afternoon). What isn't used comes back.

    `ill`: days of it that are sick leave by now, which have come back already. Raises UserError where it isn't running,
    or where that would not be early.
    """
    if request.state is not LeaveState.RUNNING:
        raise bad_state(f"{request.number} 现在是{request.state}，只有休假中的才能销假。")
    after_noon = half is Half.PM
    kept = _until(request.when, back, schedule, now, after_noon=after_noon)
    if kept is not None and bounds(kept, schedule, now.tzinfo)[1] >= request.ends:
        raise _not_early(request, back, now.date())
    unused = request.amount - (NOTHING if kept is None else _worth(kind, kept, ill, schedule, now.date()))
    ends = request.begins if kept is None else bounds(kept, schedule, now.tzinfo)[1]
    changed = replace(request, returned_on=back, unused=max(request.unused, unused), ends=ends)
    return advanced(replace(changed, version=request.version + 1), now)


def _not_early(request: LeaveRequest, back: date, today: date) -> UserError:
    if request.returned_on:
        until = day_seen(request.returned_on, today)
        sentence = f"{request.number} 已经销过假，{until}起上班，不能再往后改。要再休请发 /请假。"
    else:
        ends = day_seen(request.ends.date(), today)
        sentence = f"{request.said(today)}到{ends}就结束了，{day_seen(back, today)}回来不算提前，不用销假。"
    return UserError(Code.INVALID_RANGE, sentence)


def fallen_ill(request: LeaveRequest, kind: LeaveType, note: Span, schedule: Schedule, now: datetime) -> LeaveRequest:
    """HR has seen the note: the days of a leave on which somebody lay ill come back, and are sick leave instead.

    The law is silent about it; the company's rules may be too, and then HR doesn't ask for this.
    """
    both = days_ill(request, note, schedule, now)
    unused = request.unused + _cost(kind, both, schedule, now.date())
    return replace(request, unused=min(request.amount, unused), version=request.version + 1)


def days_ill(request: LeaveRequest, note: Span, schedule: Schedule, now: datetime) -> Span:
    """What the note and the leave have in common; days on which he was back aren't in it. Raises UserError."""
    if request.state not in {LeaveState.RUNNING, LeaveState.ENDED} or not isinstance(request.when, Span):
        raise bad_state(f"{request.number} 现在是{request.state}，只有按天休过的假才能转成病假。")
    found = lasted(request, request.when, schedule)
    both = common(found, note) if found else None
    if both is None:
        raise UserError(Code.INVALID_RANGE, f"病假证明的日期不在 {request.said(now.date())}里。请核对日期。")
    return both


def lasted(request: LeaveRequest, when: Span, schedule: Schedule) -> Span | None:
    """What is left of it where he came back early: till `ends`, which his return has moved."""
    if request.returned_on is None:
        return when
    if request.ends <= request.begins:
        return None
    last = schedule.date_of(request.ends - timedelta(minutes=1))
    shift = schedule.shift_on(last)
    at_noon = shift is not None and request.ends <= shift.half(Half.AM, last, request.ends.tzinfo)[1]
    return common(when, Span(when.start, last, None, Half.AM if at_noon else None))


def common(one: Span, other: Span) -> Span | None:
    """The days and halves that both have; None: none."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    if start > end:
        return None
    starts = [each.start_half for each in (one, other) if each.start == start]
    ends = [each.end_half for each in (one, other) if each.end == end]
    first, last = Half.PM if Half.PM in starts else None, Half.AM if Half.AM in ends else None
    if start == end and (first or last):
        return None if first and last else Span(start, end, first or last, first or last)
    return Span(start, end, first, last)


def _until(when: When, back: date, schedule: Schedule, now: datetime, *, after_noon: bool) -> When | None:
    """What is left of it for who comes back on a day; None: nothing. By the clock, today is now."""
    last = back if after_noon else back - timedelta(days=1)
    if isinstance(when, Daily):
        return replace(when, until=min(when.until, last)) if last >= when.start else None
    if isinstance(when, TimeSpan):
        since = _start_of_work(back, schedule, now, after_noon=after_noon)
        end = min(when.end, max(since, now) if back == now.date() else since)
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


def _worth(kind: LeaveType, kept: When, ill: Iterable[Span], schedule: Schedule, today: date) -> Decimal:
    """What is kept of a leave, without the days that are sick leave."""
    cost = _cost(kind, kept, schedule, today)
    if not isinstance(kept, Span):
        return cost
    sick = [both for each in ill if (both := common(kept, each))]
    return max(NOTHING, cost - sum((_cost(kind, each, schedule, today) for each in sick), NOTHING))


def _cost(kind: LeaveType, when: When, schedule: Schedule, today: date) -> Decimal:
    if isinstance(when, Daily):
        return when.hours(schedule, when.start, when.until)
    try:
        return count(kind, when, schedule, today).amount
    except UserError as refused:
        if refused.code is not Code.NO_WORKDAY:
            raise
        return NOTHING
