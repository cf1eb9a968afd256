"""Say what came of a mediation, once both have talked; by the mediator. Both read it, the group doesn't.

Example:
    郑群> /调解结果 TJ-20261122-001 达成一致 排班隔周轮换
    机器人> 没有由你调解的这一次，什么都没有改动。
"""

from bot.arguments.disputes import DisputeNumber, Outcome
from bot.arguments.reason import Reason
from bot.services.moderation.mediating.inviting import COMMAND, close
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class WhatCame(Reason):
    wanted = "谈的结果是什么？双方都会看到。"


@command(COMMAND, aliases=("settle-dispute",), summary="记下调解的结果", writes=True, private=True)
async def settle_dispute(ctx: Context, id: DisputeNumber, result: Outcome, reason: WhatCame) -> Reply:
    return Reply(await close(ctx, id.number, result.state, reason.text), private=True)
