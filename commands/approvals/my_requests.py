"""List what I asked for and how it stands: what waits, and the last few that are over.

Example:
    周敏> /我的申请
    机器人> 你还没有提交过申请。
"""

from bot.domain.approvals.request import Request, RequestState
from bot.domain.leave.requests.request import LeaveState
from bot.services.approvals.choosing import MOST_SHOWN
from bot.services.approvals.wording import stands
from bot.services.leave.requests.kind import KIND as LEAVE
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST_OVER = 5


@command(
    "我的申请",
    aliases=("requests",),
    says=(
        "我(的|提的|提交的|发的)申请[现在](批了|批下来了|通过了|办好了|到哪了|到哪步了|到哪一步了|怎么样了)[没有|没|吗]",
        "我(的|提的|提交的|发的)…申请[现在](批了|批下来了|通过了|办好了|到哪了|到哪步了|到哪一步了|怎么样了)[没有|没|吗]",
    ),
    summary="看我的申请办到哪一步",
)
async def list_mine(ctx: Context) -> Reply:
    mine = [
        *await ctx.store.requests.of(ctx.sender.user_id, pending=True, most=MOST_SHOWN),
        *await ctx.store.requests.of(ctx.sender.user_id, pending=False, most=MOST_OVER),
    ]
    if not mine:
        return Reply("你还没有提交过申请。", private=True)
    lines = [
        f"{each.number} {each.text}：{stands(each, ctx.company, ctx.now)}{await _since(each, ctx)}" for each in mine
    ]
    return Reply("\n".join(lines), private=True)


async def _since(request: Request, ctx: Context) -> str:
    """What became of a leave after it was agreed to."""
    if request.kind != LEAVE or request.state is not RequestState.APPROVED:
        return ""
    leave = await ctx.store.leaves.get(request.number, ctx.now)
    return "后来取消了。" if leave and leave.state is LeaveState.CANCELLED else ""
