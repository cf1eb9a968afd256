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

from bot.arguments.request_kinds import SAID, RequestKind
from bot.arguments.requests import RequestNumber
from bot.arguments.which_leave import LeaveTakenBack
from bot.domain.approvals.request import Request
from bot.domain.leave.requests.request import LeaveState
from bot.domain.safety.hazards.hazard import PREFIX as HAZARD
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.choosing import MOST_SHOWN
from bot.services.leave.changes.changing import take_leave_back
from bot.services.leave.requests.kind import KIND as LEAVE
from bot.services.leave.requests.own import meant, option
from bot.services.safety.hazards.fixing import withdraw as take_report_back
from bot.services.safety.hazards.telling import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.verdicts import takes_back

NAME: Final = "撤回"
LEAVES: Final = "假条|请假条|请假|休假|假|年假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假|哺乳假"
BACK: Final = "撤回|撤销|撤掉|收回"
MINE: Final = "我|我的|刚才|刚刚|刚才的|刚刚的|刚才那个|刚才那条|刚提交的|刚刚提交的|刚发的|那条|那个|上一条|上一个"
WRONG: Final = "写错了|发错了|填错了|搞错了|不对|弄错了"
WISHES: Final = "我|我要|我想|想|要|帮我|麻烦|请|先|我先"
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
        f"[{WRONG}][，][把]({BACK})[{MINE}]申请",
        f"[{WRONG}][，][把]({MINE})申请[{WISHES}](撤回|撤了|撤掉|撤回一下|撤一下)[了|吧]",
        f"[{WRONG}][，]({BACK})[{MINE}]<{SAID}>[的](申请|单)",
        f"[把][{MINE}]<{SAID}>[的][申请|单][{WRONG}|不要了][，][{WISHES}](撤回|撤回来|撤了|撤掉|撤一下|撤回一下|撤销|收回)[了|吧]",
        f"[{WISHES}](取消|取消掉|{BACK})[{MINE}]<补卡|补签>[的][申请|单][了|吧]",
        "[把|将]我的[入群|建群|改群名|例外]申请(撤回|撤了|撤掉|不要了)",
        f"[…](撤回|撤销|收回|撤掉)[…]<{LEAVES}>[申请|单|条]",
        f"[…]<{LEAVES}>[的][申请|单|条][我|先|我先|帮我](撤回|撤回一下|撤回来|撤了|撤掉|撤一下|收回|收回来|撤销)[了|吧][…]",
        f"[…]<{LEAVES}>[，]我(撤回|撤了)[了|吧]",
        f"[…]<{LEAVES}>[的|申请|单]({WRONG})[，][我|先|我先|帮我]({BACK})[一下|吧]",
    ),
    summary="撤回我提交的申请",
    writes=True,
    private=True,
    nothing=NOTHING,
    hears=takes_back,
)
async def withdraw(
    ctx: Context,
    approvals: Approvals,
    id: NumberTakenBack | None = None,
    kind: RequestKind | None = None,
    leave: LeaveTakenBack | None = None,
) -> Reply:
    if id and id.number.startswith(HAZARD):
        return Reply(await take_report_back(ctx, await find(ctx, id.number)), private=True)
    request = await approvals.find(ctx, id.number) if id else await _meant(ctx, approvals, kind, leave)
    if request.kind == LEAVE and request.applicant == ctx.sender.user_id:
        return await take_leave_back(ctx, approvals, request.number)
    await approvals.withdraw(ctx, request, ctx.sender.user_id)
    return Reply(f"已撤回 {request.number}：{request.text}。", private=True)


async def _meant(ctx: Context, approvals: Approvals, kind: RequestKind | None, leave: LeaveTakenBack | None) -> Request:
    if leave:
        found = await meant(ctx, leave, PENDING, verb=NAME, nothing=NOTHING)
        return await approvals.find(ctx, found.number)
    return await _only_one(ctx, kind)


async def _only_one(ctx: Context, kind: RequestKind | None) -> Request:
    mine: Sequence[Request] = await ctx.store.requests.of(ctx.sender.user_id, pending=True, most=MOST_SHOWN)
    if kind:
        mine = [each for each in mine if each.kind == kind.kind]
    if not mine:
        raise UserError(Code.BAD_STATE, NOTHING)
    if len(mine) > 1:
        ordered = sorted(mine, key=lambda each: each.number)
        candidates = [option(ctx, each.number, each.text) for each in ordered]
        sentence = f"你有 {len(mine)} 条申请等审批，撤回哪一条？"
        raise UserError(Code.AMBIGUOUS_TARGET, sentence, candidates=candidates)
    return mine[0]
