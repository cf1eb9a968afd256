"""Somebody wants money, a code or a password, or sends a link that is odd; or it has happened already.

The advice is the same whoever it pretends to be: don't, and call back by the number that is known. S262, S264.

Example:
    欧阳静> 总裁加我微信让我马上转20万到这个账户
    机器人→吴管> [卡片] 紧急！钓鱼诈骗 WA-20261122-001 欧阳静（财务部）10:00 报告：「自称总裁要求转账20万」…
    机器人> [卡片] 先这样做 1. 先别转账，别点链接，别给验证码和密码。…
"""

from bot.arguments.incidents import LureTold
from bot.domain.rights import EVERYBODY
from bot.services.security.filing import file
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "钓鱼举报",
    aliases=("dyjb", "诈骗举报", "举报诈骗", "举报钓鱼"),
    summary="可疑的链接、要钱要验证码的，马上报",
    audience=EVERYBODY,
    writes=True,
    at_once=True,
    private=True,
)
async def phishing(ctx: Context, told: LureTold) -> Reply:
    return await file(ctx, told)
