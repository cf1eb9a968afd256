"""The result of a round in words, for whoever can't press its card: the places of what is wrong in the list, or that
all is right; then 提交 states that every item was looked at.

Example:
    陈安> /检查 3号车间 消防
    机器人> [卡片] 3号车间 消防检查 JC-20261122-001 看到哪样勾哪样，都没有就直接按下一步 …
    陈安> /检查结果 JC-20261122-001 都合格
    机器人> [卡片] 3号车间 消防检查 还没提交 没有不合格的。…
"""

from bot.arguments.inspections import RoundAnswer, RoundNumber
from bot.services.safety.inspections.pressing import answered
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "检查结果",
    aliases=("round-result", "jcjg", "交检查"),
    writes=True,
    private=True,
    summary="按不了卡片时，用文字交检查结果",
)
async def inspection_result(ctx: Context, number: RoundNumber, answer: RoundAnswer) -> Reply:
    return await answered(ctx, number.number, answer.failed, answer.left_out, hand_it_in=answer.hand_in)
