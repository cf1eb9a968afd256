"""End a survey of yours before its time: what was answered until then counts.

Example:
    张三> /结束征集 ZJ-20261122-009
    机器人> [卡片] 确定要结束征集 ZJ-20261122-009吗？…
    张三> 按 [确认]
    机器人> [卡片] 没有办成 没有找到发给你的 ZJ-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.approvals.approvals import Approvals
from bot.services.surveys.ending import stop
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "结束征集",
    aliases=("end-survey", "jszj", "取消征集"),
    destructive=True,
    private=True,
    summary="提前结束征集",
)
async def end_survey(ctx: Context, approvals: Approvals, id: AskedNumber) -> Reply:
    return Reply(await stop(ctx, approvals, id.number), private=True)
