"""What may happen to a leave: pure moves from one state to the next, or a finished sentence why it can't be."""

from collections.abc import Collection
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
from bot.domain.leave.types import LeaveType
from bot.errors import Code, UserError


def approved(request: LeaveRequest, now: datetime) -> LeaveRequest:
    """What was asked for too late has begun by then, or has passed."""
    _ensure(request, {LeaveState.PENDING})
    return advanced(_moved(request, LeaveState.APPROVED), now)


def rejected(request: LeaveRequest) -> LeaveRequest:
    _ensure(request, {LeaveState.PENDING})
    return _moved(request, LeaveState.REJECTED)


def lapsed(request: LeaveRequest) -> LeaveRequest:
    _ensure(request, {LeaveState.PENDING})
    return _moved(request, LeaveState.LAPSED)


def withdrawn(request: LeaveRequest) -> LeaveRequest:
    """By the applicant, before it is decided."""
    if request.state is LeaveState.APPROVED:
        raise _bad_state(f"{request.number} 已经批准，不能撤回。不休了请发 /取消 {request.number}。")
    _ensure(request, {LeaveState.PENDING})
    return _moved(request, LeaveState.WITHDRAWN)


def cancelled(request: LeaveRequest, now: datetime) -> LeaveRequest:
    """After it was approved, before it begins; the approver is told."""
    if request.state is LeaveState.PENDING:
        raise _bad_state(f"{request.number} 还没批，不用取消。请发 /撤回 {request.number}。")
    if request.state is LeaveState.RUNNING or (request.state is LeaveState.APPROVED and request.begins <= now):
        raise _bad_state(f"{request.number} 已经开始，不能取消。提前回来请发 /销假 {request.number}。")
    _ensure(request, {LeaveState.APPROVED})
    return _moved(request, LeaveState.CANCELLED)


def taken_back(request: LeaveRequest, now: datetime) -> LeaveRequest:
    """For 改期, which is the end of one leave and a new one: withdrawn or cancelled, whichever it is."""
    return withdrawn(request) if request.state is LeaveState.PENDING else cancelled(request, now)


def advanced(request: LeaveRequest, now: datetime) -> LeaveRequest:
    """Where time has brought it; the same value where nothing has changed."""
    if request.state is LeaveState.APPROVED and request.begins <= now:
        request = _moved(request, LeaveState.RUNNING)
    if request.state is LeaveState.RUNNING and request.ends <= now:
        request = _moved(request, LeaveState.ENDED)
    return request


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
        raise _bad_state(f"{request.number} 现在是{request.state}，只有休假中的才能销假。")
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


def _moved(request: LeaveRequest, state: LeaveState) -> LeaveRequest:
    return replace(request, state=state, version=request.version + 1)


def _ensure(request: LeaveRequest, states: Collection[LeaveState]) -> None:
    if request.state not in states:
        raise _bad_state(f"{request.number} 现在是{request.state}，办不了这一步。发 /我的请假 看进度。")


def _bad_state(sentence: str) -> UserError:
    return UserError(Code.BAD_STATE, sentence)
