"""Who has not confirmed a notice yet: numbers in a group, names by department in private.

Its author, its reviewers, who keeps its group, and heads of departments for their own people may ask.

Example:
    郑群> /谁没确认
    机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
"""

from bot.arguments.which_notice import WhichNotice
from bot.services.notices.choosing import chosen, confirmable
from bot.services.notices.receipts.reporting import seen, tell_missing
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "谁没确认",
    aliases=("whohasnot", "未确认", "谁没看公告", "确认情况"),
    says=(
        "[公告|通知|那条公告|这条公告|刚才那条公告|刚才的公告][还有]谁[还](没有|没)[确认|看]过[公告|通知]",
        "[公告|通知|那条公告|这条公告|刚才那条公告|刚才的公告][还有](谁|哪些人|多少人|几个人)[还](没有|没)(确认|看)[公告|通知|的]",
        "[还有](谁|哪些人|多少人|几个人)[还](没有|没)(确认|看)[过]…[的](公告|通知)",
        "(公告|通知)[都|还|那个][有](谁|哪些人|多少人|几个人|几个)[还](没有|没)(确认|看)[过|的]",
        "(公告|通知)[都][有](谁|哪些人|多少人|几个人)(确认|看)[过]了",
        "[公告|通知|那条公告|这条公告|刚才那条公告|刚才的公告][还有](谁|哪些人|多少人|几个人|几个)[还](没有|没)(点确认|按确认|点已读|点收到|按收到|回收到|签收)[公告|通知|的]",
        "…[的](公告|通知)[都][有](谁|哪些人|多少人|几个人)[还](没确认|没看|没有确认|没有看|确认了|看了|确认过|看过)[了]",
    ),
    summary="看还有谁没确认公告",
)
async def who_has_not_confirmed(ctx: Context, id: WhichNotice | None = None) -> Reply:
    notice = await chosen(ctx, id.number if id else "", wanted=lambda each: each.draft.wants_confirmation)
    posting = await confirmable(ctx, notice)
    return Reply(await tell_missing(ctx, notice, posting, await seen(ctx, notice, posting)))
