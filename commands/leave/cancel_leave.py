"""Call off a leave before it begins: whoever agreed to it is told, and what it held is there again.

Its number may be left out where the kind or a day of it tells which is meant; then it is asked about first. One that
nobody has decided on yet is taken back.

Example:
    张三> /请假 年假 明天下午
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。等 王强 审批。
    王强> 按 [同意]
    机器人→张三> …
    机器人> [卡片] …
    张三> /取消 QJ-20261122-001
    机器人→王强> 张三 取消了 年假 11月23日(周一)下午，0.5 天（QJ-20261122-001），那段时间照常上班。
    机器人> 已取消 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。已告诉 王强。
"""

from typing import Final

from bot.arguments.return_days import Aside
from bot.arguments.which_leave import LeaveAsked
from bot.domain.leave.requests.request import LeaveState
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.leave.changes.changing import call_off
from bot.services.leave.requests.own import meant
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood

NAME: Final = "取消"
KINDS: Final = "年假|病假|事假|婚假|调休|产假|陪产假|丧假|育儿假|年休假"
LEADS: Final = "我|我要|我想|想|要|我想要|需要|麻烦|请"
NOTHING: Final = "你没有还没开始的假，没有可以取消的。发 /我的请假 看你请过的。"
_AHEAD: Final = frozenset({LeaveState.PENDING, LeaveState.APPROVED})


@command(
    NAME,
    aliases=("cancel", "取消请假", "取消休假"),
    says=(
        f"[…]<假|{KINDS}>[我|先|我先]不(请|休|要|用|需要|想休|想请|想要|用请|用休|需要请)了[…]",
        f"[…]不(请|休|用请|想请|想休|打算请|打算休|用休)[这个|那个]<假|{KINDS}>了[…]",
        f"[…]不(请|休)[这个|那个]<假|{KINDS}>[了][…]",
        "[…]不<调休>了[…]",
        "[…][我]不休了[…]",
        "[我|那|那我|我就|暂时|那就]先不(请|休)[假|这个假]了",
        "[…]请错了[…]",
        "(把|将)…<取消|取消掉|撤掉>[了]",
        f"[{LEADS}](取消|取消掉|帮我取消|帮忙取消)[…]<假|请假|休假|假期|{KINDS}>[…]",
        f"[…]<假|请假|休假|假期|{KINDS}>[申请|单|我|我想|我要|想|要|也|先|全部|都](取消|取消掉|作废|给取消)[…]",
        f"[把]…<假|{KINDS}>[给|帮我](取消|取消掉|退掉|退了)[…]",
    ),
    summary="取消还没开始的假",
    writes=True,
    private=True,
    nothing=NOTHING,
)
async def cancel_leave(
    ctx: Context,
    book: CommandBook,
    confirming: Confirming,
    approvals: Approvals,
    which: LeaveAsked,
    why: Aside | None = None,
) -> Reply:
    if why and which.says_nothing:
        raise UserError(Code.CLARIFY, f"没看懂要取消什么。要取消假，{LeaveAsked.wanted}")
    leave = await meant(ctx, which, _AHEAD, verb=NAME, nothing=NOTHING)
    if which.number or leave.state not in _AHEAD:
        return await call_off(ctx, approvals, leave, why.text if why else "")
    reason = f" {why.text}" if why else ""
    line = f"/{NAME} {leave.number}{reason}"
    asked = Understood(book.by_name[NAME], {}, Role.EMPLOYEE, line, guessed=True)
    return await confirming.ask(ctx, asked, about=f"{leave.said(ctx.now.date())}，{leave.state}")
