"""Who comes to an activity, and who waits: for its author, with a table.

Example:
    张三> /活动名单 HD-20261122-009
    机器人> 没有找到发给你的 HD-20261122-009。核对编号，或看看发给你的卡片。名单只给发起人看。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.surveys.lists import people
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("活动名单", aliases=("activity-list", "hdmd", "报名名单"), private=True, summary="看活动的报名和候补")
async def activity_list(ctx: Context, id: AskedNumber) -> Reply:
    return Reply(await people(ctx, id.number), private=True)
