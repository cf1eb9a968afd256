"""Say that what was handed in will do. A year later it is deleted.

Example:
    李娜> /核对材料 QJ-20261122-009
    机器人> 没有编号是 QJ-20261122-009 的假。请核对编号。
"""

from bot.arguments.requests import RequestNumber
from bot.domain.rights import LEAVE_OFFICE
from bot.services.leave.private.proof_office import check, of_office
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "核对材料",
    aliases=("check-proof", "hdcl"),
    audience=LEAVE_OFFICE,
    private=True,
    summary="请假的证明核对好了",
    writes=True,
)
async def check_proof(ctx: Context, id: RequestNumber) -> Reply:
    return Reply(await check(ctx, await of_office(ctx, id.number)), private=True)
