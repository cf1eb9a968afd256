"""Read what colleagues learnt: the newest, those with a word in them, those of this month, or one by its number.

Example:
    张三> /经验
    机器人> 还没有经验。你有就发：/经验分享 在哪里、发生了什么、学到什么。
"""

from bot.arguments.experiences import ExperienceNumber, Sought
from bot.services.safety.exchange.reading import listed, one
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "经验",
    aliases=("experiences", "jy", "经验库", "看经验", "安全经验"),
    says=("(看看|看一下|查一下|有没有|有什么)[大家|别人][分享的|的]安全经验[吗|分享]",),
    summary="看大家分享的安全经验",
)
async def experiences(ctx: Context, id: ExperienceNumber | None = None, *, sought: Sought) -> Reply:
    if id:
        return Reply(await one(ctx, id.number))
    return await listed(ctx, sought.words, this_month=sought.this_month)
