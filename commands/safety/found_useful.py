"""Say that what a colleague shared was of use to you: once, and not of your own. The button 有用 does the same.

Example:
    张三> /有用 JY-20261122-001
    机器人> 没有编号是 JY-20261122-001 的经验。发 /经验 看有哪些。
"""

from bot.arguments.experiences import ExperienceNumber
from bot.services.safety.exchange.reading import vote
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("有用", aliases=("觉得有用",), writes=True, hidden=True, summary="说一条安全经验对你有用")
async def found_useful(ctx: Context, id: ExperienceNumber) -> Reply:
    return Reply(await vote(ctx, id.number))
