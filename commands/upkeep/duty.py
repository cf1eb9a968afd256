"""Who is on duty: today, on a day, for a post. Anybody may ask.

Example:
    张三> /值班
    机器人> 11月22日(周日)没有排值班。急事照常叫得到人：出事就发「出事了」。
    陈安> /排值班 安全 今天 我
    机器人> 已排好：11月22日(周日)安全值班 陈安。
    张三> 今天谁值班
    机器人> 11月22日(周日)：安全 陈安。
"""

from bot.arguments.duty import DutyDays, PostNamed
from bot.services.upkeep.duty import shown
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "值班",
    aliases=("duty", "zb", "值班表"),
    says=("…(谁|哪个|哪位)[在]值班", "…值班[的](是)(谁|哪位)", "…值班表", "(谁|哪位)…值班"),
    summary="看哪天谁值班",
)
async def duty(ctx: Context, days: DutyDays | None = None, post: PostNamed | None = None) -> Reply:
    today = ctx.now.date()
    first, last = (days.first, days.last) if days else (today, today)
    return Reply(await shown(ctx, first, last, post.post if post else None))
