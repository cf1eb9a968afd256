"""Call off an activity of yours: whoever signed up is told, and the rooms.

Example:
    张三> /取消活动 HD-20261122-009
    机器人> [卡片] 确定要取消活动 HD-20261122-009吗？…
    张三> 按 [确认]
    机器人> [卡片] 没有办成 没有找到发给你的 HD-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.approvals.approvals import Approvals
from bot.services.surveys.ending import stop
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "取消活动",
    aliases=("cancel-activity", "qxhd", "不办活动"),
    destructive=True,
    private=True,
    summary="取消活动，告诉报名的人",
)
async def cancel_activity(ctx: Context, approvals: Approvals, id: AskedNumber) -> Reply:
    return Reply(await stop(ctx, approvals, id.number), private=True)
