"""List my own leaves and how they stand: those that are ahead or under way, and the last ones that are over.

Example:
    张三> /我的请假
    机器人> 最近没有你的请假。要请假，发 /请假 加上种类和日期。
"""

from datetime import timedelta

from bot.domain.leave.counting.cost import amount_said
from bot.domain.leave.requests.request import LeaveRequest
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LOOKS_BACK = timedelta(days=90)
MOST_AHEAD, MOST_OVER = 10, 5


@command(
    "我的请假",
    aliases=("my-leave", "wdqj", "请假记录", "我的假"),
    private=True,
    says=(
        "[我][还]有(几张|几个|几条|哪些|多少)(假条|假|请假|请假申请|假单)[还|还在](没批|没通过|没审批|等审批|在审批|没人批)",
        "(看看|看下|看一下|查查|查下|查一下|查询|列一下)我[今年|最近|这个月]请(过|了)[哪些|什么|几次|多少](假|年假|病假|事假)",
        "[我的|我](请假|假|病假|年假|事假)(批了|到哪了|怎么样了|批准了|通过了)[没有|没|吗|么]",
        "(查一下|看一下|查查|看看|查看|查询)我的(请假情况|请假记录|休假情况|休假记录)",
        "我[今年|去年|最近|这个月|上个月|本月|都|一共|总共|今年一共|今年总共|这个月一共]请了(几天|多少天|几次|多少次)[的]假",
        "[我的|我]请的假[现在](谁在审|谁在批|谁审|谁批|在谁那|在谁那里|卡在谁那)[了]",
        "我请的假(批了|批准了|通过了)[没有|没|吗|么]",
        "(查|看|查询|查看|看看|查一下)[我的|我][的](请假|请假记录|假条|请假情况)",
        "我[都|今年|最近|这个月]请(过|了)(哪些|几次|什么)假",
        "我[今年|去年|最近|这个月|上个月|本月|今年一共|今年总共]请[过|了](几天|多少天|几次|多少次)(年假|病假|事假|婚假|调休)",
        "(查一下|看一下|查查|看看|查看|查询|看)我请过的假[都|有][哪些|什么]",
        "[我的|我|我那个|我这个](请假|假|假条|年假|病假|事假|调休|婚假|产假)[申请][领导|经理](批下来|批|通过|审批)[了|完了|过了](没|没有|吗|么)",
        "[我的|我](请假|假|假条|请假申请|年假申请|年假|病假|事假)[现在]到(谁|哪|哪儿|哪里|哪一步)[那|那儿|那里|手里|手上|步][了]",
        "我请的[那个|这个](假|年假|病假|事假)(怎么样了|到哪了|如何了|怎样了|批了吗|批了没)",
        "[我|我的]…的(请假|假|年假|病假|事假|调休)[申请](批了|批下来了|通过了|批准了)(没|没有|吗|么)",
        "…(批|批准|同意)[了]我[的|请的](假|年假|病假|事假|请假|请假申请)[了](吗|没|没有|么)",
    ),
    summary="看我请了哪些假、批了没有",
)
async def my_leave(ctx: Context) -> Reply:
    mine = await ctx.store.leaves.of(ctx.sender.user_id, ctx.now, since=ctx.now - LOOKS_BACK)
    ahead = [each for each in mine if each.state.is_open]
    over = [each for each in mine if not each.state.is_open]
    if not mine:
        return Reply("最近没有你的请假。要请假，发 /请假 加上种类和日期。", private=True)
    shown = [*ahead[:MOST_AHEAD], *over[::-1][:MOST_OVER]]
    left_out = len(mine) - len(shown)
    lines = [_line(each, ctx) for each in shown]
    return Reply("\n".join([*lines, *([f"另有 {left_out} 条没有列出。"] if left_out else [])]), private=True)


def _line(leave: LeaveRequest, ctx: Context) -> str:
    kind = ctx.company.leave.types.get(leave.type)  # it may have been switched off since
    amount = f"，{amount_said(kind, leave.amount, ctx.company.schedule(leave.user).shift)}" if kind else ""
    unused = f"，其中 {kind.counting.said(leave.unused)}没休" if kind and leave.unused else ""
    open_ = "（天数可能变）" if leave.provisional and leave.state.is_open else ""
    return f"{leave.number} {leave.said(ctx.now.date())}{amount}{open_}{unused}：{leave.state}。"
