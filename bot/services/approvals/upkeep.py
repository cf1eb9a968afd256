"""Looks after the requests that wait: lapses them, finds who stands in, asks the next in line, reminds. Once each."""

from collections import defaultdict
from datetime import datetime
from typing import Final

from bot.domain.approvals import moves
from bot.domain.approvals.in_time import is_pressing
from bot.domain.approvals.request import Power, Request
from bot.domain.approvals.rights import kept_open
from bot.domain.approvals.staffing import Staffing
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals, hasten, staffing
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import reminder, stands
from bot.shapes.outgoing import Text, ToPerson

STAY: Final = "还没批准，先别离岗。"


async def look_after(approvals: Approvals, desk: Desk) -> None:
    """However late it runs, everybody is told once."""
    staff = await staffing(desk)
    late: defaultdict[UserId, list[Request]] = defaultdict(list)
    for request in await desk.store.requests.pending():
        for user in await _look_after(approvals, desk, request, staff):
            late[user].append(request)
    for user, requests in sorted(late.items()):
        desk.tell(ToPerson(user), Text(reminder(requests, desk.company)))
    await hasten(desk)


async def _look_after(approvals: Approvals, desk: Desk, request: Request, staff: Staffing) -> list[UserId]:
    """Who is to be reminded of it."""
    after, change = _moved(desk, request, staff)
    if after is request:
        return []
    if not await desk.store.requests.save(after, was=request.version, change=change, by=desk.act):
        return []  # somebody decides at this moment; what is left to do is done by the next run
    if after.is_pending and after.expires_at != request.expires_at:
        _say_it_stands(desk, after)
    reminds = change == "reminded" and after.waits_for == request.waits_for
    if not reminds:
        await approvals.follow(desk, request, after)
    if change == "escalated":
        _say_who_else(desk, request, after)
    elif after.is_pending and _is_due(request.warn_at, desk.now) and _may_not_leave(after):
        _warn(desk, after)
    begins_now = request.warn_at is not None and after.warn_at is None
    if not reminds or begins_now:
        return []
    return [each.user for each in after.waits_for if desk.company.is_here(each.user)]


def _moved(desk: Desk, request: Request, staff: Staffing) -> tuple[Request, str]:
    """What time and people's comings and goings make of it, and what that is called in the trail."""
    if not desk.company.is_here(request.applicant):
        return moves.withdrawn(request, request.applicant, desk.now), "withdrawn"
    over = moves.expired(request, desk.now)
    if over is not request:
        return over, "expired"
    kept = kept_open(request, desk.company.pace, desk.now)
    here = moves.restaffed(kept, staff, desk.now)
    up = moves.escalated(here, staff, desk.company.pace, desk.now)
    if len(up.waits_for) > len(here.waits_for):
        return moves.warned(up, desk.now), "escalated"
    late = moves.warned(moves.reminded(up, desk.now), desk.now)
    return late, "restaffed" if late is up else "reminded"


def _say_who_else(desk: Desk, before: Request, after: Request) -> None:
    known = {each.user for each in before.waits_for}
    others = "、".join(desk.company.name_of(each.user) for each in after.waits_for if each.user not in known)
    why = "快要开始了，还没有审批" if is_pressing(after.draft.begins, desk.now) else "到时间还没有审批"
    words = f"{after.number} {why}，已同时请 {others} 审批。"
    for user in sorted(known):
        if desk.company.is_here(user):
            desk.tell(ToPerson(user), Text(words))
    stay = _stay(after) if _is_due(before.warn_at, desk.now) and _may_not_leave(after) else ""
    desk.tell(ToPerson(after.applicant), Text(f"{words}{stay}"))


def _warn(desk: Desk, request: Request) -> None:
    """Nobody leaves his post before it is agreed to (D6§12). Whether somebody has is asked, never claimed."""
    how = f"{stands(request, desk.company, desk.now)}{_stay(request)}"
    when = "快到开始时间了" if request.warn_at else "已经到了开始时间"
    desk.tell(ToPerson(request.applicant), Text(f"{request.number} {request.text}：{when}，{how}"))
    if request.warn_at:
        return
    name = desk.company.name_of(request.applicant)
    gone = "" if request.draft.at_post else f"{name} 还在岗吗？请和对方确认。"
    asks = f"{request.number} {name} 的{request.text}：{when}，还没有审批。{gone}"
    for each in request.waits_for:
        if desk.company.is_here(each.user):
            desk.tell(ToPerson(each.user), Text(asks))


def _stay(request: Request) -> str:
    return "" if request.draft.at_post else STAY


def _is_due(at: datetime | None, now: datetime) -> bool:
    return at is not None and at <= now


def _may_not_leave(request: Request) -> bool:
    """What only waits for papers is taken all the same: a birth doesn't wait for them."""
    return request.step.power is not Power.PAPERS


def _say_it_stands(desk: Desk, request: Request) -> None:
    words = f"{request.number} {request.text}：一直没有人审批，已再催一次。这是法定假，不会因为没人审批而失效。"
    desk.tell(ToPerson(request.applicant), Text(f"{words}现在{stands(request, desk.company, desk.now)}"))
