"""Look at what was handed in to prove a leave: one's own, or for the human resources anybody's. It comes as files in
private; each look at another's is written down and shown to that person.

Example:
    李娜> /看材料 QJ-20261122-009
    机器人> 没有编号是 QJ-20261122-009 的假。发 /我的请假 看你自己的编号。
"""

from bot.arguments.reason import Reason
from bot.arguments.requests import RequestNumber
from bot.services.leave.private.proof_office import show
from bot.services.leave.private.reasons import readable
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("看材料", aliases=("see-proof", "kcl"), private=True, summary="看请假的证明，看别人的会记下")
async def see_proof(ctx: Context, id: RequestNumber, why: Reason | None = None) -> Reply:
    leave = await readable(ctx, id.number)
    return Reply(await show(ctx, leave, why=why.text if why else ""), private=True)
