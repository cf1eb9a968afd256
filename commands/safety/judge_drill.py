"""How a drill went: what was good, what wasn't. Each gap becomes a hazard, and is put right like any other.

Example:
    陈安> /演练评估 YL-20261122-001 好的：3分钟撤完；问题：东门打不开
    机器人> 没有编号是 YL-20261122-001 的演练。发 /演练记录 看有哪些。
"""

from bot.arguments.drills import DrillNumber, Judgement
from bot.services.safety.drills.judging import judge
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "演练评估",
    aliases=("judge-drill", "ylpg", "评估演练", "演练总结"),
    writes=True,
    private=True,
    summary="评估一次演练，有问题的登记成隐患",
)
async def judge_drill(ctx: Context, number: DrillNumber, judgement: Judgement) -> Reply:
    return await judge(ctx, number.number, judgement.text)
