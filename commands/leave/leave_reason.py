"""Read why somebody asked for leave: one's own, or for the human resources anybody's. Each look at another's is written
down and shown to that person; what it is for can be said behind the number.

Example:
    张三> /请假 病假 11.25 感冒发烧
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-001：病假 11月25日(周三)，1 天。等 王强 审批。
    李娜> /请假原因 QJ-20261122-001 核对病假工资
    机器人> 张三 病假 11月25日(周三)（QJ-20261122-001）的原因：感冒发烧。
    这次查看已记下，本人可以看到。
"""

from bot.arguments.reason import Reason
from bot.arguments.requests import RequestNumber
from bot.domain.data_views import What
from bot.domain.leave.request import LeaveRequest
from bot.domain.leave.sight import is_of_the_office
from bot.errors import Code, UserError
from bot.services.privacy.viewing import note_view
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LOCKED = "这条原因打不开：加密用的密钥变了。请找企业微信管理员运行 qunwu check 看怎么恢复。"


@command(
    "请假原因",
    aliases=("leave-reason", "qjyy"),
    private=True,
    summary="看请假原因，看别人的会记下",
)
async def leave_reason(ctx: Context, id: RequestNumber, why: Reason | None = None) -> Reply:
    leave = await _readable(ctx, id.number)
    await note_view(ctx, leave.user, What.REASON, about=leave.number, why=why.text if why else "")
    reason = await ctx.store.leaves.reason(leave.number)
    if reason is None:
        raise UserError(Code.BAD_STATE, LOCKED)
    own = leave.user == ctx.sender.user_id
    whose = "你的" if own else f"{ctx.company.name_of(leave.user)} "
    said = f"的原因：{reason}" if reason else "没有写原因"
    words = f"{whose}{leave.said(ctx.now.date())}（{leave.number}）{said}。"
    return Reply(words if own else f"{words}\n这次查看已记下，本人可以看到。", private=True)


async def _readable(ctx: Context, number: str) -> LeaveRequest:
    """Raises UserError, the same for another's as for none."""
    leave = await ctx.store.leaves.get(number, ctx.now)
    office = is_of_the_office(ctx.sender, ctx.company)
    if leave is None or not (office or leave.user == ctx.sender.user_id):
        whose = "没有" if office else "你没有"
        raise UserError(Code.NOT_FOUND, f"{whose}编号是 {number} 的假。发 /我的请假 看你自己的编号。")
    return leave
