"""List what waits for me: requests to decide on, the oldest first, colleagues who ask me to stand in for them, and
groups whose members I am to look through.

Example:
    赵国强> /待办
    机器人> 没有等你审批的申请。
"""

from collections.abc import Sequence

from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.domain.approvals.request import Request
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_of
from bot.services.approvals.wording import how_to_answer, wish_of
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 20  # lines, so that the answer can be read


@command(
    "待办",
    aliases=("todo",),
    says=(
        "[我|我还](有什么|有哪些|有啥|有没有|看看)[申请][要|等|需要](我审批|我批|审批|批)[的][申请][吗|没|没有]",
        "我[的|有什么|有哪些|还有什么|还有哪些|有几个]待办",
        "[我][还|现在](有|有没有|有什么|有哪些|有几个|有几条)待办[事项][吗|没|没有]",
    ),
    summary="看等我审批的申请",
)
async def list_waiting(ctx: Context) -> Reply:
    me = ctx.sender.user_id
    waiting = await ctx.store.requests.waiting_for(me)
    live = await ctx.store.delegations.live(ctx.now.date())
    offered = [each for each in live if each.deputy == me and each.state is DelegationState.OFFERED]
    groups = await _to_review(ctx)
    if not waiting and not offered and not groups:
        return Reply("没有等你审批的申请。", private=True)
    return Reply("\n".join([*_requests(ctx, waiting), *_offers(ctx, offered), *_reviews(groups)]), private=True)


async def _to_review(ctx: Context) -> Sequence[Group]:
    found = [ctx.company.group(review.group) for review in await ctx.store.reviews.open_ones()]
    return [group for group in found if group and ctx.sender.user_id in keepers_of(group, ctx.company)]


def _reviews(groups: Sequence[Group]) -> list[str]:
    if not groups:
        return []
    names = "、".join(group.name for group in groups[:MOST])
    more = f" 等 {len(groups)} 个群" if len(groups) > MOST else ""
    return [f"这些群的成员等你核对：{names}{more}。发 /梳理 群名 看名单。"]


def _requests(ctx: Context, waiting: Sequence[Request]) -> list[str]:
    if not waiting:
        return []
    lines = [f"有 {len(waiting)} 条申请等你审批："]
    lines += [f"{each.number} {wish_of(each, ctx.company)}" for each in waiting[:MOST]]
    lines += [f"还有 {len(waiting) - MOST} 条，先办上面的。"] if len(waiting) > MOST else []
    return [*lines, how_to_answer(waiting)]


def _offers(ctx: Context, offered: Sequence[Delegation]) -> list[str]:
    return [
        f"{ctx.company.name_of(each.principal)} 请你在{each.period}代为审批，等你在那张卡片上按「接受」或「谢绝」。"
        for each in offered
    ]
