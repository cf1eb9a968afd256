"""The bot does for somebody nothing but what keeps people safe, anywhere, until it is over (D3§16(2), S172).

The account itself is for human resources to switch off, and only with another way to report dangers on record: nobody
may be kept from that (安全生产法 art. 54), from working or from being paid.
"""

from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Measure, restriction
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.approvals.approvals import JOB as APPROVALS
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.moderation import accounts
from bot.services.moderation.clock import end_in_time
from bot.services.moderation.muting import lift
from bot.services.moderation.reasons import keeping, reason_of
from bot.shapes.context import Context

KIND: Final = "恢复权限"
TWO: Final = "停用需管理小组双人审批。"


async def suspended(desk: Desk, target: UserId) -> Measure | None:
    found = await desk.store.measures.open_ones(target, desk.now)
    whole = [each for each in found if each.doing is Doing.RESTRICT and each.group is None and each.holds(desk.now)]
    return whole[-1] if whole else None


async def begin(desk: Desk, case: Case) -> None:
    await desk.store.measures.add(restriction(case.number, case.target, None, desk.now, case.until), by=desk.act)
    if case.until:
        await end_in_time(desk, case, case.until)
    await desk.store.jobs.hasten(APPROVALS, desk.now)  # what waits for him goes to the next in line
    await accounts.ask(desk, case)


async def ask_back(ctx: Context, approvals: Approvals, held: Measure, reason: str) -> str:
    """It is given back the way it was taken: by two. Raises UserError."""
    name = ctx.company.name_of(held.target)
    draft = Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"恢复 {name} 的权限（{held.case}）",
        steps=(Step((Selector.role(Role.MGMT_GROUP),)),),
        payload={"case": held.case},
        concerned=(held.target,),
    )
    request = await approvals.open(ctx, draft, keep=keeping(ctx, reason))
    names = "、".join(ctx.company.name_of(each.user) for each in request.waits_for)
    return f"恢复也需管理小组双人审批。已提交 {request.number}：{request.text}，等 {names} 决定。"


class RestoringKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "停用照旧。"
        if request.applicant not in desk.company.in_office(Role.MGMT_GROUP):
            return "不过你现在不在管理小组了，停用照旧。"
        case = await desk.store.cases.get(request.draft.payload["case"], desk.now)
        if case is None or await suspended(desk, case.target) is None:
            return "不过停用已经结束了，不用办了。"
        await lift(desk, case, Noted.LIFTED, await reason_of(desk, request))
        return f"{case.number} 已恢复，已私聊告诉对方。"
