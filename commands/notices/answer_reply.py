"""Answer what somebody has said to a notice of yours, or what a department has sent in.

Example:
    王强> /答复 HF-20261122-001 不用补
    机器人> 没有归你答复的这一条。发 /公告待办 看有哪些。
"""

from bot.arguments.notice_replies import InboundNumber, SaidToNotice
from bot.services.notices.replies.answering import answer
from bot.services.notices.replies.taking import COMMAND
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    COMMAND, aliases=("answer-reply", "df"), hidden=True, writes=True, private=True, summary="答复别人对公告的回复"
)
async def answer_reply(ctx: Context, id: InboundNumber, *, text: SaidToNotice) -> Reply:
    return Reply(await answer(ctx, id.number, text.text), private=True)
