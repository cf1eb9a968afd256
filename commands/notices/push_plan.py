"""What is going to be posted, the next first: one's own, of groups one looks after, all by right. 暂停 and 恢复 by the
card, or with the number.

Example:
    郑群> /公告 项目A工作群 每周五16:30 关门窗
    机器人> [卡片] GG-20261122-001 已排好 …
    郑群> /推送计划
    机器人> [卡片] 推送计划：1 条 11月27日(周五) 16:30 关门窗 → …
    郑群> /推送计划 暂停 GG-20261122-001
    机器人> GG-20261122-001 暂停了，恢复前不发。
"""

from bot.arguments.push_wishes import PushWish
from bot.arguments.which_notice import NoticeNumber
from bot.errors import Code, UserError
from bot.services.notices.listing import managed
from bot.services.notices.publishing.pausing import pause, resume
from bot.services.notices.publishing.plan_card import plan_card
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, do: PushWish | None = None, id: NoticeNumber | None = None) -> None:
    if (do is None) != (id is None):
        sentence = "要暂停或恢复哪一条？例如：/推送计划 暂停 GG-20261122-001。"
        raise UserError(Code.MISSING_ARG, sentence, missing=("do",) if id else ("id",))


@command(
    "推送计划",
    aliases=("pushplan", "tsjh", "公告计划", "发布计划"),
    says=(
        "[看看|查看|看一下](推送计划|公告计划|定时公告)[有哪些]",
        "(下周|这周|本周|明天|今天|这个月|下个月|接下来|最近|后面)[还](有哪些|有什么|哪些|什么)(公告|通知)(要发|会发|等着发)[的]",
        "(下周|这周|本周|明天|今天|这个月|下个月)[还](要发|会发|有|要推)[的](哪些|什么)(公告|通知)[要发]",
        "[下周|这周|本周|明天|今天|这个月|下个月|接下来|最近|后面][都|还](排了|安排了|排着|排好了)(哪些|什么|几条|多少)(公告|通知|推送)[要发|等着发|没发]",
        "[把]<停掉|停了|暂停|先停>[掉|一下]<每周|每月|每天|每个工作日|每季度|每年>…(公告|通知|提醒)",
        "(有哪些|哪些)(定时公告|公告)(要发|等着发|排着)[的]",
        "(这周|本周|接下来|最近)(要发|会发)[的](哪些|什么)公告",
    ),
    summary="看排好的公告，暂停或恢复",
    rules=_rules,
)
async def push_plan(ctx: Context, do: PushWish | None = None, id: NoticeNumber | None = None) -> Reply:
    if id is None or do is None:
        return Reply(await plan_card(ctx), private=True)
    notice = await managed(ctx, ctx.sender.user_id, id.number)
    return Reply(await (pause if do.pauses else resume)(ctx, notice), private=True)
