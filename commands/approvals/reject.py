"""Refuse what waits for me, with the reason, which the applicant reads. A right by law is refused by nobody: of that
only the dates can be spoken about, and the reason is passed on as such.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
    赵国强> /驳回 RQ-20261122-001 项目还没有立项
    机器人→周敏> RQ-20261122-001 建群：项目C工作群（项目公司工作群）：已驳回（赵国强，10:00，理由：项目还没有立项）。
    机器人> RQ-20261122-001 建群：项目C工作群（项目公司工作群）：已驳回（赵国强，10:00，理由：项目还没有立项）。
"""

from bot.arguments.reason import Reason
from bot.arguments.requests import RequestNumber
from bot.domain.approvals.request import Power, Request
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.speaking import speak
from bot.services.approvals.wording import stands
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.verdicts import rejects


@command(
    "驳回",
    aliases=("reject",),
    says=("(拒绝|不批准|不批|不通过|打回)[了]<RQ|QJ>…",),
    summary="驳回等我审批的申请",
    writes=True,
    hears=rejects,
)
async def reject(ctx: Context, approvals: Approvals, id: RequestNumber, reason: Reason) -> Reply:
    request = await approvals.find(ctx, id.number)
    if request.step.power is Power.DATES:
        return await _speak(ctx, approvals, request, reason.text)
    after = await approvals.decide(ctx, request, ctx.sender.user_id, agree=False, reason=reason.text)
    return Reply(f"{after.number} {after.text}：{stands(after, ctx.company, ctx.now)}", private=True)


async def _speak(ctx: Context, approvals: Approvals, request: Request, words: str) -> Reply:
    """Of a right only the dates are spoken about: what he says against it is what he would say about them."""
    after = await speak(approvals, ctx, request, ctx.sender.user_id, Power.DATES, words)
    name = ctx.company.name_of(after.applicant)
    how = f"这是法定假，不能驳回，只能商量日期：已把你的话转告 {name}。"
    return Reply(f"{how}{after.number} {stands(after, ctx.company, ctx.now)}", private=True)
