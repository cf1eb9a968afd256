"""The owner of a major hazard says each day how it goes; the safety officers are told, and it stands in the log.

Example:
    王强> /隐患日报 YH-20261122-001 已拆旧门，新门明天到
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.services.safety.hazards.majors import say_daily
from bot.services.safety.hazards.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("隐患日报", aliases=("hazard-daily", "yhrb"), writes=True, summary="报重大隐患今天的进展")
async def hazard_daily(ctx: Context, id: HazardNumber, progress: Reason) -> Reply:
    return Reply(await say_daily(ctx, await find(ctx, id.number), progress.text))
