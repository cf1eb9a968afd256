"""Why somebody asked for leave: he himself may read it, and the human resources, whose every look is written down."""

from typing import Final

from bot.domain.data_views import What
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

LOCKED: Final = "这条原因打不开：加密用的密钥变了。请找企业微信管理员运行 qunwu check 看怎么恢复。"
NOTED: Final = "这次查看已记下，本人可以看到。"


async def readable(ctx: Context, number: str) -> LeaveRequest:
    """One's own leave; for the human resources anybody's. Raises UserError, the same for another's as for none."""
    leave = await ctx.store.leaves.get(number, ctx.now)
    office = is_of_the_office(ctx.sender, ctx.company)
    if leave is None or not (office or leave.user == ctx.sender.user_id):
        whose = "没有" if office else "你没有"
        raise UserError(Code.NOT_FOUND, f"{whose}编号是 {number} 的假。发 /我的请假 看你自己的编号。")
    return leave


async def reason_of(ctx: Context, leave: LeaveRequest, *, why: str = "") -> str:
    """`leave` is readable. Raises UserError where no key opens it."""
    await note_view(ctx, leave.user, What.REASON, about=leave.number, why=why)
    reason = await ctx.store.leaves.reason(leave.number)
    if reason is None:
        raise UserError(Code.BAD_STATE, LOCKED)
    own = leave.user == ctx.sender.user_id
    whose = "你的" if own else f"{ctx.company.name_of(leave.user)} "
    said = f"的原因：{quote_user(reason)}" if reason else "没有写原因"
    words = f"{whose}{leave.said(ctx.now.date())}（{leave.number}）{said}。"
    return words if own else f"{words}\n{NOTED}"
