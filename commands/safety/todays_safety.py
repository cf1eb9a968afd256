"""Today's safety text and a question about it; whoever likes it gets one each working day.

Example:
    张三> /今日安全
    机器人→张三> …
    机器人> [卡片] 今天的安全题…
"""

from bot.services.safety.calendar.asking import today
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "今日安全",
    aliases=("jraq", "每日一题", "安全题"),
    says=(
        "(今天|今日)[的]安全(知识|提示|小知识|一课|题|学习)[是什么]",
        "(来|给我|出)[一道|一个|道|个](安全题|安全知识题)",
    ),
    summary="看今天的安全知识，做一道题",
)
async def todays_safety(ctx: Context) -> Reply:
    return await today(ctx)
