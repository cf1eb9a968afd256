"""Take back what I asked for, as long as nobody has decided on it.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
    周敏> /撤回
    机器人→赵国强> RQ-20261122-001 申请人撤回了，不用再审批。
    机器人> 已撤回 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。
"""

from collections.abc import Sequence

from bot.arguments.requests import RequestNumber
from bot.domain.approvals.request import Request
from bot.errors import Candidate, Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.choosing import MOST_SHOWN
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NOTHING = "你没有等审批的申请，没有可以撤回的。发 /我的申请 看你最近的。"


@command(
    "撤回",
    aliases=("withdraw",),
    says=(
        "撤回(我的|刚才的|刚提交的|那条)申请",
        "[把|将]我的[入群|建群|改群名|例外]申请(撤回|撤了|撤掉|不要了)",
    ),
    summary="撤回我提交的申请",
    writes=True,
    nothing=NOTHING,
)
async def withdraw(ctx: Context, approvals: Approvals, id: RequestNumber | None = None) -> Reply:
    request = await approvals.find(ctx, id.number) if id else await _only_one(ctx)
    await approvals.withdraw(ctx, request, ctx.sender.user_id)
    return Reply(f"已撤回 {request.number}：{request.text}。", private=True)


async def _only_one(ctx: Context) -> Request:
    mine: Sequence[Request] = await ctx.store.requests.of(ctx.sender.user_id, pending=True, most=MOST_SHOWN)
    if not mine:
        raise UserError(Code.BAD_STATE, NOTHING)
    if len(mine) > 1:
        numbers = sorted(each.number for each in mine)
        sentence = f"你有 {len(numbers)} 条申请等审批，撤回哪一条？"
        raise UserError(Code.AMBIGUOUS_TARGET, sentence, candidates=[Candidate(number) for number in numbers])
    return mine[0]
