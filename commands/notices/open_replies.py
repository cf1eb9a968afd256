"""What waits for an answer of yours: what readers say to your notices, what departments have sent in.

Example:
    郑群> /公告待办
    机器人> 现在没有等你答复的。
"""

from bot.services.notices.replies.watching import listed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "公告待办",
    aliases=("open-replies", "ddf"),
    private=True,
    says=("[有|还有]<哪些|什么>(公告|动态)[的](回复|留言)[没|还没](答复|回)[的]",),
    summary="看哪些公告回复等你答复",
)
async def open_replies(ctx: Context) -> Reply:
    return Reply(await listed(ctx), private=True)
