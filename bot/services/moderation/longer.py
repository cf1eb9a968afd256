"""Somebody is muted already: that is said, with making it longer as the way on; 延长 does so, within the limits.

What is more than a day with what it has already takes somebody else's yes, as a mute of that length does.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.request import Details, Draft, Request, RequestState
from bot.domain.dates import clock_time
from bot.domain.moderation.cases.case import Case, Charge
from bot.domain.moderation.cases.gate import said_length
from bot.domain.moderation.cases.measures import Measure
from bot.domain.moderation.pack import StepKind
from bot.errors import Candidate, Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.moderation.agreeing import lost_his_post
from bot.services.moderation.muting import in_force, prolong
from bot.services.moderation.reasons import UNOPENED, keeping, reason_of, with_reason
from bot.services.moderation.second_say import Second, second_for
from bot.services.moderation.wording import GIVEN, name_of_group
from bot.shapes.context import Context
from bot.shapes.replies import Reply

KIND: Final = "延长禁言"


async def longer(ctx: Context, approvals: Approvals, now: Measure, minutes: int, reason: str, *, asked: bool) -> Reply:
    """`asked`: that it goes on was said. Raises UserError."""
    until = now.until or ctx.now
    after = until + timedelta(minutes=minutes)
    case = await ctx.store.cases.get(now.case, ctx.now)
    if not asked or case is None:
        raise _stands(ctx, now, minutes, reason)
    _ensure_within(ctx, case, after)
    charge = Charge(case.target, case.group, StepKind.MUTE, case.category, reason, after)
    if second := await second_for(ctx, charge, since=case.confirmed_at):
        return Reply(await _ask(ctx, approvals, case, until, minutes, reason, second), private=True)
    return Reply(_done(ctx, await prolong(ctx, now, after, reason)), private=True)


def _done(desk: Desk, case: Case) -> str:
    name, until = desk.company.name_of(case.target), clock_time(case.until or desk.now, desk.now)
    return f"{case.number} {name} 的禁言延长到 {until}，已私聊告诉对方。"


def _ensure_within(desk: Desk, case: Case, after: datetime) -> None:
    most = desk.company.moderation.mute.most
    if after - case.confirmed_at > most:
        raise UserError(Code.LIMIT, f"加上已经禁的，最长 {said_length(most)}，没有延长。请写短一些。")


def _stands(ctx: Context, now: Measure, minutes: int, reason: str) -> UserError:
    name, until = ctx.company.name_of(now.target), clock_time(now.until or ctx.now, ctx.now)
    sentence = f"{name}已经禁言到 {until}（{now.case}），没有再办。"
    group = ctx.company.group(now.group) if now.group else None
    put = f"/禁言 @{name} 延长{minutes}分钟 {reason} {group.name if group and not ctx.chat.is_group else ''}".strip()
    label = f"延长 {said_length(timedelta(minutes=minutes))}"
    return UserError(Code.DUPLICATE, sentence, offer=Candidate(label, put=put))


async def _ask(
    ctx: Context, approvals: Approvals, case: Case, until: datetime, minutes: int, reason: str, second: Second
) -> str:
    name, length = ctx.company.name_of(case.target), said_length(timedelta(minutes=minutes))
    draft = Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"延长 {name} 的禁言 {length}（{case.number}）",
        steps=second.steps,
        payload={"case": case.number, "until": until.isoformat(), "minutes": str(minutes)},
        concerned=(case.target,),
        details=(
            ("群", name_of_group(case, ctx.company)),
            ("现在禁到", clock_time(until, ctx.now)),
            ("延长到", clock_time(until + timedelta(minutes=minutes), ctx.now)),
        ),
    )
    request = await approvals.open(ctx, draft, keep=keeping(ctx, reason))
    names = "、".join(ctx.company.name_of(each.user) for each in request.waits_for)
    meanwhile = f"决定之前还是禁到 {clock_time(until, ctx.now)}。"
    return f"{second.why}已提交 {request.number}：{request.text}，等 {names} 决定。{meanwhile}"


class ProlongingKind:
    """`bot.services.approvals.kinds.Kind`: it goes on from where it ended when it was asked for, once. Sealed."""

    name = KIND
    prefix = "RQ"

    async def unsealed(self, desk: Desk, request: Request) -> Details:
        return await with_reason(desk, request, GIVEN)

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "没有延长，到期照常解除。"
        payload = request.draft.payload
        case = await desk.store.cases.get(payload["case"], desk.now)
        if case is None:
            return "不过这条记录已经删除了，不用办了。"
        if lost := lost_his_post(desk, request, case.kind, case.group):
            return lost
        await desk.store.cases.hold(case.target)
        held = await in_force(desk, case.target, case.group)
        if held is None or held.case != case.number or held.until is None:
            return "不过禁言已经结束了，没有延长。"
        if held.until != datetime.fromisoformat(payload["until"]):
            return f"不过这期间已经改到 {clock_time(held.until, desk.now)}，没有再延长。"
        after = held.until + timedelta(minutes=int(payload["minutes"]))
        reason = await reason_of(desk, request) or UNOPENED
        return _done(desk, await prolong(desk, held, after, reason))
