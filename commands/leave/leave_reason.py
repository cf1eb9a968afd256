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
from bot.services.leave.private.reasons import readable, reason_of
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "请假原因",
    aliases=("leave-reason", "qjyy"),
    private=True,
    summary="看请假原因，看别人的会记下",
)
async def leave_reason(ctx: Context, id: RequestNumber, why: Reason | None = None) -> Reply:
    leave = await readable(ctx, id.number)
    return Reply(await reason_of(ctx, leave, why=why.text if why else ""), private=True)
