"""Change a notice of one's own that hasn't gone out: its words, its time, its audience. What was agreed to is void.

Example:
    郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
    机器人> [卡片] GG-20261122-001 已排好 …
    郑群> /改公告 GG-20261122-001 请把上周的周报交给王强
    机器人> [卡片] GG-20261122-001 发之前看一看 请把上周的周报交给王强
    发给：项目A工作群（9 人）
    时间：明天 09:30
    发之前过一遍：及时、真实、安全、可靠、合法。 [发布] [改] [不发了]
"""

from bot.arguments.notice_changes import NoticeChange
from bot.arguments.which_notice import NoticeNumber
from bot.services.approvals.approvals import Approvals
from bot.services.notices.looking_through.pressing import own
from bot.services.notices.writing.editing import edit
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("改公告", aliases=("editnotice", "修改公告"), summary="改还没发出去的公告", writes=True)
async def change_notice(ctx: Context, approvals: Approvals, id: NoticeNumber, text: NoticeChange) -> Reply:
    notice = await own(ctx, id.number)
    return Reply(await edit(ctx, approvals, notice, text.of(notice.draft)), private=True)
