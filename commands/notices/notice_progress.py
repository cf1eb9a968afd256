"""How far a notice has come: sent, still on its way, unknown, refused, and how many have confirmed.

Example:
    郑群> /公告进度
    机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
"""

from bot.arguments.which_notice import WhichNotice
from bot.services.notices.choosing import managed, newest
from bot.services.notices.receipts.reporting import progress
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "公告进度",
    aliases=("noticeprogress", "gsjd"),
    says=("(公告|通知)(发到哪了|发得怎么样了|发完了吗|发出去了吗|发了多少人了)",),
    summary="看公告发到了多少人、确认了多少",
)
async def notice_progress(ctx: Context, id: WhichNotice | None = None) -> Reply:
    notice = await managed(ctx, id.number if id else "", wanted=lambda each: each.posted_at is not None)
    return Reply(await progress(ctx, notice, await newest(ctx, notice)), private=True)
