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
from typing import Final, Self

from bot.arguments.requests import RequestNumber
from bot.arguments.which_leave import LeaveTakenBack
from bot.domain.approvals.request import Request
from bot.domain.leave.requests.request import LeaveState
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.choosing import MOST_SHOWN
from bot.services.leave.changes.changing import take_leave_back
from bot.services.leave.requests.kind import KIND as LEAVE
from bot.services.leave.requests.own import meant, option
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NAME: Final = "撤回"
LEAVES: Final = "请假|休假|假|年假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假|哺乳假"
PENDING: Final = frozenset({LeaveState.PENDING})
NOTHING: Final = "你没有等审批的申请，没有可以撤回的。发 /我的申请 看你最近的。"


class NumberTakenBack(RequestNumber):
    """What else is said with it is nothing."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if found := super().read(words, scene):
            words.rest()
        return found


@command(
    NAME,
    aliases=("withdraw",),
    says=(
        "撤回(我的|刚才的|刚提交的|那条)申请",
        "[把|将]我的[入群|建群|改群名|例外]申请(撤回|撤了|撤掉|不要了)",
        f"[…](撤回|撤销|收回|撤掉)[…]<{LEAVES}>[申请|单|条]",
        f"[…]<{LEAVES}>[的][申请|单|条|我|先|我先](撤回|撤回来|撤了|撤掉|撤一下|收回|收回来|撤销)[了|吧]",
        f"[…]<{LEAVES}>[，]我(撤回|撤了)[了|吧]",
    ),
    summary="撤回我提交的申请",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def withdraw(
    ctx: Context, approvals: Approvals, id: NumberTakenBack | None = None, leave: LeaveTakenBack | None = None
) -> Reply:
    request = await _meant(ctx, approvals, id, leave)
    if request.kind == LEAVE and request.applicant == ctx.sender.user_id:
        return await take_leave_back(ctx, approvals, request.number)
    await approvals.withdraw(ctx, request, ctx.sender.user_id)
    return Reply(f"已撤回 {request.number}：{request.text}。", private=True)


async def _meant(
    ctx: Context, approvals: Approvals, id: NumberTakenBack | None, leave: LeaveTakenBack | None
) -> Request:
    if id:
        return await approvals.find(ctx, id.number)
    if leave:
        found = await meant(ctx, leave, PENDING, verb=NAME, nothing=NOTHING)
        return await approvals.find(ctx, found.number)
    return await _only_one(ctx)


async def _only_one(ctx: Context) -> Request:
    mine: Sequence[Request] = await ctx.store.requests.of(ctx.sender.user_id, pending=True, most=MOST_SHOWN)
    if not mine:
        raise UserError(Code.BAD_STATE, NOTHING)
    if len(mine) > 1:
        ordered = sorted(mine, key=lambda each: each.number)
        candidates = [option(ctx, each.number, each.text) for each in ordered]
        sentence = f"你有 {len(mine)} 条申请等审批，撤回哪一条？"
        raise UserError(Code.AMBIGUOUS_TARGET, sentence, candidates=candidates)
    return mine[0]
