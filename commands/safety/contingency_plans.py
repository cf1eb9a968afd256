"""The plans for emergencies: what there is, or one of them by what it is for. It comes in private with its files, and a
button that one has read it; safety officers see who hasn't.

Example:
    张三> /应急预案
    机器人> 还没有应急预案。遇险先撤离，再打 119、120；安全管理员发 /发布预案 可以放进来。
"""

from bot.arguments.contingency import PlanAsked
from bot.services.safety.contingency.showing import library, show, unread
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "应急预案",
    aliases=("contingency", "yjya", "预案", "预案库", "应急预案库"),
    says=(
        "[看看|看一下|看|查|找][公司|我们][的]…[的]应急预案[在哪里看|在哪儿看|在哪看|哪里能看|哪里看|在哪里|在哪儿|在哪|哪里有|怎么看|是什么|怎么写的|内容|有吗|有没有]",
        "(公司|我们)[都]有哪些[应急]预案",
    ),
    summary="看应急预案，确认看过",
)
async def contingency_plans(ctx: Context, asked: PlanAsked) -> Reply:
    if asked.unread and asked.words:
        return await unread(ctx, asked.words, asked.specs)
    return await show(ctx, asked.words) if asked.words else await library(ctx)
