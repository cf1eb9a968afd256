"""Say something to a notice: its author gets it as a task with a day by which he answers, and is reminded of it.

Example:
    郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
    机器人> [卡片] GG-20261122-001 已排好 …
    ⏰ 2026-11-23 09:30
    机器人→项目A工作群> 请把上周的周报交给我…
    张三> /回复公告 GG-20261122-001 我上周请假，要补吗
    机器人→郑群> [卡片] HF-20261123-001 对 GG-20261122-001「请把上周的周报交给我」的回复 张三：我上周请假，要补吗…
    机器人> 已转给 郑群（HF-20261123-001），11月25日(周三) 17:30 前答复你。
"""

from bot.arguments.notice_replies import SaidToNotice
from bot.arguments.which_notice import NoticeNumber
from bot.errors import Code, UserError
from bot.services.notices.replies.taking import reply_to
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "回复公告",
    aliases=("reply-notice", "hfgg", "公告回复", "公告留言"),
    writes=True,
    private=True,
    summary="对一条公告提问或反馈，限期答复",
)
async def reply_to_notice(ctx: Context, id: NoticeNumber, *, text: SaidToNotice) -> Reply:
    notice = await ctx.store.notices.get(id.number)
    if notice is None:
        raise UserError(Code.NOT_FOUND, f"没有发给你的公告 {id.number}。核对编号，编号在公告的最后一行。")
    return Reply(await reply_to(ctx, notice, text.text), private=True)
