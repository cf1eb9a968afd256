"""Take back what I delegated: from now on I am asked again.

Example:
    王强> /收回委托
    机器人> 你现在没有委托，不用收回。要请人代审，例如：/委托 11.23-11.27 @李四
"""

from bot.services.approvals import delegating
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("收回委托", aliases=("undelegate", "取消委托"), summary="收回委托，自己审批", writes=True)
async def end_delegation(ctx: Context) -> Reply:
    ended = await delegating.end(ctx)
    listed = "、".join(f"{ctx.company.name_of(each.deputy)}（{each.period}）" for each in ended)
    return Reply(f"已收回给 {listed} 的委托，以后的申请由你自己审批。", private=True)
