"""What may happen to a leave: pure moves from one state to the next, or a finished sentence why it can't be."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.domain.leave.requests.request import LeaveRequest, LeaveState
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
        raise bad_state(f"{request.number} 已经批准，不能撤回。不休了请发 /取消 {request.number}。")
    _ensure(request, {LeaveState.PENDING})
    return _moved(request, LeaveState.WITHDRAWN)


def cancelled(request: LeaveRequest, now: datetime) -> LeaveRequest:
    """After it was approved, before it begins; the approver is told."""
    if request.state is LeaveState.PENDING:
        raise bad_state(f"{request.number} 还没批，不用取消。请发 /撤回 {request.number}。")
    if request.state is LeaveState.RUNNING or (request.state is LeaveState.APPROVED and request.begins <= now):
        raise bad_state(f"{request.number} 已经开始，不能取消。提前回来请发 /销假 {request.number}。")
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


def _moved(request: LeaveRequest, state: LeaveState) -> LeaveRequest:
    return replace(request, state=state, version=request.version + 1)


def _ensure(request: LeaveRequest, states: Collection[LeaveState]) -> None:
    if request.state not in states:
        raise bad_state(f"{request.number} 现在是{request.state}，办不了这一步。发 /我的请假 看进度。")


def bad_state(sentence: str) -> UserError:
    return UserError(Code.BAD_STATE, sentence)
