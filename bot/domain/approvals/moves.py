"""What may happen to a request: pure functions from one state to the next, each with a higher version.

A move that isn't allowed raises UserError; one that the clock makes, and that would change nothing, returns the request
as it is. Order of refusals: oneself, not one's business, state (contract: the matter's own rules before states).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.approvals.in_time import asked_on_at, escalate_at, remind_at, warn_at
from bot.domain.approvals.pace import Pace
from bot.domain.approvals.request import Asked, Decision, Draft, Power, Request, RequestState, Seat, Standing, Step
from bot.domain.approvals.staffing import Staffing, asked_for, staffed
from bot.errors import Code, UserError
from bot.identifiers import UserId

SELF = "不能审批自己的申请，也不能审批与自己有关的申请。已经有别人在审批了，发 /我的申请 看进度。"
NOT_YOURS = "这条申请不归你审批。发 /待办 看哪些在等你。"
NOBODY = "这件事现在找不到能审批的人：该审批的岗位空缺，往上也没有别人。请联系企业微信管理员。"
ONCE = "这条申请你已经审批过了，一个人只审批一次。"
STALE = "这张卡片是旧的。发 /待办 看现在等你审批的。"
STOOD_IN = "委托已经结束，这条申请不再由你代审。发 /待办 看哪些在等你。"
NO_REFUSAL = {
    Power.DATES: "这是法定假，不能驳回，只能商量日期。发 /商量日期 加上编号和想改到哪天。",
    Power.PAPERS: "这是法定假，不能驳回，只核对材料。材料不齐就发 /材料不齐 加上编号和缺什么。",
}
NOT_OWN = "只有申请人可以撤回。发 /我的申请 看你自己的。"


def opened(number: str, draft: Draft, staff: Staffing, pace: Pace, now: datetime) -> Request:
    """Raises UserError where nobody could decide on its first step."""
    warned = warn_at(draft.begins, now)
    bare = Request(number, draft, draft.steps, opened_at=now, expires_at=now, warn_at=warned)
    request = _begun(bare, 0, staff, pace, now)
    if not request.waits_for:
        raise UserError(Code.NOT_FOUND, NOBODY)
    return request


def decided(
    request: Request,
    by: UserId,
    *,
    agree: bool,
    staff: Staffing,
    pace: Pace,
    now: datetime,
    reason: str = "",
    warned: str = "",
    version: int | None = None,
) -> Request:
    """One person's decision. `version`: what his card carries; None: he typed the number."""
    ensure_may_decide(request, by, version)
    if not agree and request.step.power is not Power.DECIDES:
        raise UserError(Code.NO_PERMISSION, NO_REFUSAL[request.step.power])
    seat = next(each for each in request.step.seats if each.decision is None and _has_say(each, by))
    asked = seat.asks(by)
    decision = Decision(by, agree, now, request.version + 1, asked.stead_of if asked else None, reason, warned)
    step = _with(request.step, seat, replace(seat, decision=decision))
    changed = _next(request, steps=_put(request, step))
    if not agree:
        return _closed(changed, RequestState.REJECTED, now)
    if not step.is_done:
        return changed
    if request.current + 1 == len(request.steps):
        return _closed(changed, RequestState.APPROVED, now)
    return _begun(changed, request.current + 1, staff, pace, now)


def ensure_may_decide(request: Request, by: UserId, version: int | None = None) -> None:
    if by in request.barred:
        raise UserError(Code.SELF_TARGET, SELF)
    if not request.was_asked(by):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if not request.is_pending:
        raise UserError(Code.BAD_STATE, f"这条申请{request.state}，不用再审批。")
    if any(decision.by == by for decision in request.decisions):
        raise UserError(Code.BAD_STATE, ONCE)
    waiting = [seat for seat in request.step.seats if seat.decision is None and _has_say(seat, by)]
    if not waiting:
        raise UserError(Code.BAD_STATE, "这一步别人已经审批过了，不用你再审批。")
    if version is not None and all(asked.version != version for seat in waiting if (asked := seat.asks(by))):
        raise UserError(Code.BAD_STATE, STALE)


def ensure_stands_in(request: Request, by: UserId, staff: Staffing) -> None:
    """He decides by what he is now: whoever lost the post may not, and a deputy only as long as he stands in."""
    seat = next(each for each in request.step.seats if each.decision is None and _has_say(each, by))
    asked = seat.asks(by)
    if asked and not staff.stands_in(asked):
        raise UserError(Code.NO_PERMISSION, STOOD_IN)
    if asked and not staff.still_next(asked, seat, request.applicant):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    for_holder = by == seat.holder or (asked is not None and asked.stead_of == seat.holder and _is_deputy(asked))
    if for_holder and staff.lost_post(seat, request.step, request.applicant):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)


def withdrawn(request: Request, by: UserId, now: datetime) -> Request:
    if by != request.applicant:
        raise UserError(Code.NO_PERMISSION, NOT_OWN)
    if not request.is_pending:
        raise UserError(Code.BAD_STATE, f"{request.number} {request.state}，撤不回了。")
    return _closed(_next(request), RequestState.WITHDRAWN, now)


def expired(request: Request, now: datetime) -> Request:
    """What nobody may refuse doesn't lapse by nobody's deciding (`rights.kept_open`)."""
    if not request.is_pending or request.is_a_right or now < request.expires_at:
        return request
    return _closed(_next(request), RequestState.EXPIRED, now)


def dropped(request: Request, now: datetime) -> Request:
    """What it is about is gone."""
    return _closed(_next(request), RequestState.DROPPED, now) if request.is_pending else request


def reminded(request: Request, now: datetime) -> Request:
    """Its approvers are being told once more."""
    if not request.is_pending or request.remind_at is None or now < request.remind_at:
        return request
    return _next(request, remind_at=None)


def warned(request: Request, now: datetime) -> Request:
    """Its applicant is being told that what is about to begin, or begins, isn't agreed to."""
    if not request.is_pending or request.warn_at is None or now < request.warn_at:
        return request
    return _next(request, warn_at=warn_at(request.draft.begins, now))


def escalated(request: Request, staff: Staffing, pace: Pace, now: datetime) -> Request:
    """The next in line is asked as well, for each say that nobody has had."""
    if not request.is_pending or request.escalate_at is None or now < request.escalate_at:
        return request
    version = request.version + 1
    seats: list[Seat] = []
    for seat in request.step.seats:
        taken = {*_taken(request), *(asked.user for other in seats for asked in other.asked)}
        above = None if seat.decision else _above(seat, taken, staff, version)
        seats.append(replace(seat, asked=(*seat.asked, above)) if above else seat)
    if tuple(seats) == request.step.seats:
        return _next(request, escalate_at=None)
    step = replace(request.step, seats=tuple(seats))
    due = {"remind_at": pace.remind_at(now), "escalate_at": asked_on_at(request.draft.begins, now, pace)}
    return _next(request, steps=_put(request, step), **due)


def restaffed(request: Request, staff: Staffing, now: datetime) -> Request:
    """Somebody left, or went away with a deputy in his place: whoever stands in is asked as well.

    A deputy whose days are over is not asked any more, nor is who has lost the post: whoever has it now is.
    """
    if not request.is_pending:
        return request
    version = request.version + 1
    seats: list[Seat] = []
    for full in _worth_keeping(request, staff):
        seat = full if full.decision else _as_of_now(full, request, staff)
        taken = {*_taken(request), *(asked.user for other in seats for asked in other.asked)}
        seats.append(seat if seat.decision or _is_manned(seat, staff) else _remanned(seat, taken, staff, version))
    if tuple(seats) == request.step.seats:
        return request
    return _next(request, steps=_put(request, replace(request.step, seats=tuple(seats))))


def _worth_keeping(request: Request, staff: Staffing) -> Sequence[Seat]:
    """Without those that lost the post, where colleagues who have it still can decide, and are enough."""
    step = request.step
    lost = [seat for seat in step.seats if not seat.decision and staff.lost_post(seat, step, request.applicant)]
    kept = [seat for seat in step.seats if seat not in lost]
    enough = len(kept) >= (step.needed or 1) and any(seat.decision is None for seat in kept)
    return kept if enough else step.seats


def _as_of_now(seat: Seat, request: Request, staff: Staffing) -> Seat:
    if not staff.lost_post(seat, request.step, request.applicant):
        by_now = (each for each in seat.asked if staff.still_next(each, seat, request.applicant))
        return replace(seat, asked=tuple(filter(staff.stands_in, by_now)))
    sitting = {each.holder for each in request.step.seats}
    others = (each for each in staff.named(request.step, request.applicant) if each not in sitting)
    return Seat(next(others, None))


def _is_deputy(asked: Asked) -> bool:
    return asked.standing is Standing.DEPUTY


def _is_manned(seat: Seat, staff: Staffing) -> bool:
    """Whether somebody whom it asks is here."""
    return any(staff.present(each.user) and each.user not in staff.deputies for each in seat.asked)


def _remanned(seat: Seat, taken: set[UserId], staff: Staffing, version: int) -> Seat:
    for missing in (each.user for each in reversed(seat.asked)):
        if found := asked_for(missing, taken - {missing}, staff, version=version):
            return replace(seat, asked=(*seat.asked, found))
    found = asked_for(seat.holder, taken, staff, version=version)
    return replace(seat, asked=(*seat.asked, found)) if found else seat


def _above(seat: Seat, taken: set[UserId], staff: Staffing, version: int) -> Asked | None:
    below = seat.asked[-1].user if seat.asked else seat.holder
    found = asked_for(below, taken, staff, version=version, otherwise=Standing.ESCALATED)
    return replace(found, stead_of=seat.holder) if found and found.standing is Standing.ESCALATED else found


def _taken(request: Request) -> set[UserId]:
    asked = {each.user for seat in request.step.seats for each in seat.asked}
    return asked | request.barred | {decision.by for decision in request.decisions}


def _has_say(seat: Seat, user: UserId) -> bool:
    """Whom it asks; and whoever is away keeps the say that his deputy has."""
    return seat.holder == user or seat.asks(user) is not None


def _begun(request: Request, number: int, staff: Staffing, pace: Pace, now: datetime) -> Request:
    step = staffed(request.steps[number], request, staff)
    return replace(
        request,
        current=number,
        steps=(*request.steps[:number], step, *request.steps[number + 1 :]),
        remind_at=remind_at(request.draft.begins, now, pace),
        escalate_at=escalate_at(request.draft.begins, now, pace),
        expires_at=now + pace.lapses_after,
    )


def _closed(request: Request, state: RequestState, now: datetime) -> Request:
    return replace(request, state=state, closed_at=now, remind_at=None, escalate_at=None, warn_at=None)


def _next(request: Request, **changes: object) -> Request:
    return replace(request, version=request.version + 1, **changes)  # type: ignore[arg-type]


def _with(step: Step, old: Seat, new: Seat) -> Step:
    return replace(step, seats=tuple(new if seat is old else seat for seat in step.seats))


def _put(request: Request, step: Step) -> tuple[Step, ...]:
    return (*request.steps[: request.current], step, *request.steps[request.current + 1 :])
