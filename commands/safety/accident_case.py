"""Write down what others may learn from an accident, without anybody's name. The unit's head lets it out; then it is
sent as a notice like any other.

Example:
    陈安> /事故案例 SG-20261122-001
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
"""

from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.safety.accidents.case_study import KIND, draft
from bot.services.safety.accidents.cases import kept, the_one
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    KIND,
    aliases=("case-study", "sgal"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="写不点名的事故案例，批准后再发布",
)
async def accident_case(ctx: Context, approvals: Approvals, id: AccidentNumber | None = None) -> Reply:
    case, ctx = await kept(ctx, await the_one(ctx, id.number if id else None))
    wanted = draft(case, ctx.sender.user_id, ctx.company)
    request = await approvals.open(ctx, wanted)
    names = waiting_names(request, ctx.company)
    return Reply(f"{wanted.payload['words']}\n已提交 {request.number}，等 {names} 批准，批准前不要发。", private=True)
