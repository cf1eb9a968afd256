"""The hazards that one has told of this year, how they stand, and the points for them. Nobody else sees them, also of
those told of without a name.

Example:
    张三> /我的隐患
    机器人> 你今年还没有报过隐患。看到就发 /隐患 地点 情况，可以匿名。
"""

from datetime import datetime, time

from bot.domain.safety.hazards.credits import ADOPTED, MAJOR, credits_for
from bot.services.safety.hazards.looking import listed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 15
NOTHING = "你今年还没有报过隐患。看到就发 /隐患 地点 情况，可以匿名。"


@command(
    "我的隐患",
    aliases=("my-hazards", "wdyh", "隐患积分"),
    private=True,
    says=(
        "[看看|看一下|查一下|查|看]我(报|上报|报告|提|反映)(的|过的|了哪些)隐患",
        "我[的](隐患|安全)积分[有多少|是多少|多少]",
        "我[今年](报了|报过)(几条|几个|多少|哪些)隐患",
    ),
    summary="看自己报过的隐患和积分",
)
async def my_hazards(ctx: Context) -> Reply:
    year = datetime.combine(ctx.now.date().replace(month=1, day=1), time(), ctx.now.tzinfo)
    told = await ctx.store.hazards.reported_by(ctx.sender.user_id, since=year)
    if not told:
        return Reply(NOTHING, private=True)
    credit = credits_for(told)
    points = f"积分 {credit.points}（采纳一条 {ADOPTED} 分，重大 {MAJOR} 分）"
    head = f"你今年报了 {credit.reported} 条隐患，采纳 {credit.adopted} 条，{points}。"
    return Reply("\n".join([head, *listed(told, ctx.now, MOST)]), private=True)
