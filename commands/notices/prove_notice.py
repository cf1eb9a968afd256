"""Ask whether a notice was really posted by the bot: by its number, or by its words. Only what you were sent yourself
is confirmed.

Example:
    张三> /核实公告 GG-20261122-009
    机器人> 我没有给你发过编号 GG-20261122-009 的公告，先别照着做。公司的公告只从「小助手」发，…
"""

from bot.arguments.notice_replies import NoticeToProve
from bot.services.notices.receipts.proving import prove
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "核实公告",
    aliases=("prove-notice", "hsgg", "公告真假"),
    private=True,
    says=(
        "(这|那)[条|个](公告|通知)(是真的吗|是真是假|真的假的|是不是真的|是不是你发的|是你发的吗)",
        "(这|那)[条|个](公告|通知)是(公司|官方)[发的](吗|么)",
    ),
    summary="核实一条公告是不是真的",
)
async def prove_notice(ctx: Context, which: NoticeToProve) -> Reply:
    return Reply(await prove(ctx, which.number, which.text), private=True)
