"""Work away from the company is filed, put to the leader, and followed once it is decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.approvals.request import Draft, Request
from bot.domain.attendance.filings import FOLLOWS, Filed
from bot.domain.attendance.trips import Away, AwayWhen, Trip, described, ensure_free, ensure_possible, is_late
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, bounds
from bot.domain.wording import shown
from bot.errors import Defect
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.services.attendance.deciding import STEPS
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_REASON_WIDE = 24  # characters of a card's detail


@dataclass(frozen=True, slots=True)
class Wanted:
    """`despite`: the numbers of his own leaves that he knows it goes over."""

    kind: Away
    when: AwayWhen
    place: str = ""
    reason: str = ""
    despite: frozenset[str] = frozenset()


async def leaves_in_the_way(ctx: Context, wanted: Wanted) -> Sequence[LeaveRequest]:
    """His own that take some of the same time and that he hasn't said yes to. An hour less a day is in nobody's way."""
    user = ctx.sender.user_id
    begins, ends = bounds(wanted.when, ctx.company.schedule(user), ctx.now.tzinfo)
    found = await ctx.store.leaves.between(begins, ends, [user])
    return [each for each in found if not isinstance(each.when, Daily) and each.number not in wanted.despite]


async def file(ctx: Context, approvals: Approvals, wanted: Wanted) -> Reply:
    """Raises UserError; then nothing was written."""
    user, today = ctx.sender.user_id, ctx.now.date()
    schedule = ctx.company.schedule(user)
    ensure_possible(wanted.kind, wanted.when, schedule, ctx.now)
    begins, ends = bounds(wanted.when, schedule, ctx.now.tzinfo)
    await ctx.store.trips.hold(user)
    text = described(wanted.kind, wanted.place, wanted.when, today)
    if not await ctx.store.requests.same(user, wanted.kind, text):  # else the approvals name the one that waits
        ensure_free(begins, ends, await ctx.store.trips.between(begins, ends, [user]), today)
    draft = Draft(wanted.kind, user, text, STEPS, details=_details(wanted, ctx), begins=begins)
    request = await approvals.open(ctx, draft)
    trip = Trip(request.number, user, wanted.kind, wanted.place, wanted.when, begins, ends, ctx.now)
    await ctx.store.trips.add(trip, wanted.reason, by=ctx.act)
    waiting = waiting_names(request, ctx.company)
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。", private=True)


def _details(wanted: Wanted, ctx: Context) -> tuple[tuple[str, str], ...]:
    details = [("事由", shown(wanted.reason, _REASON_WIDE))] if wanted.reason else []
    if wanted.despite:
        details.append(("提醒", "这段时间本人还请了假"))
    if is_late(wanted.when, ctx.now.date()):
        details.append(("提醒", "开始以后补报的"))
    return tuple(details)


class AwayKind:
    """`bot.services.approvals.kinds.Kind`"""

    prefix = "RQ"

    def __init__(self, kind: Away) -> None:
        self.name: str = kind

    async def settled(self, desk: Desk, request: Request) -> str:
        trip = await desk.store.trips.get(request.number, desk.now)
        if trip is None:
            raise Defect(f"{request.number} has no trip")
        state = FOLLOWS[request.state]
        if not await desk.store.trips.move(trip, state, by=desk.act):
            raise Defect("a trip was changed while its request was decided")
        return f"有变化就发 /取消出差 {request.number}。" if state is Filed.APPROVED else ""
