"""Days of another leave on which somebody lay ill become sick leave: the human resources have seen the note.

Example:
    李娜> /转病假 QJ-20261116-001 11.17-11.18
    机器人> 没有编号是 QJ-20261116-001 的假。请核对编号。
"""

from bot.arguments.requests import RequestNumber
from bot.arguments.sick_days import SickDays
from bot.domain.rights import Role
from bot.services.leave.sickness.converting import turn_sick
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "转病假",
    aliases=("turn-sick",),
    summary="把休假里生病的几天转为病假",
    audience=frozenset({Role.HR}),
    instead="请把证明交给人力资源。",
    writes=True,
    private=True,
)
async def turn_into_sick_leave(ctx: Context, id: RequestNumber, days: SickDays) -> Reply:
    return await turn_sick(ctx, id.number, days.span)
