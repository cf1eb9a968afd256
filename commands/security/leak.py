"""Something got to whom it isn't for: a list in the wrong group, a file outside, what somebody sold.

Only those who must see it do, each look is noted, and in a group nothing of it is repeated. S255, S257, S261.

Example:
    张三> 客户名单发错群了
    机器人→吴管> [卡片] 紧急！信息泄露 WA-20261122-001 …
    机器人> [卡片] 先这样做 1. 还能撤回就马上撤回；网盘、文档的链接先关掉。…
"""

from bot.arguments.incidents import LeakTold
from bot.domain.rights import EVERYBODY
from bot.services.security.filing import file
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "泄露",
    aliases=("泄密", "信息泄露", "数据泄露"),
    summary="发错文件、资料外泄，马上报",
    audience=EVERYBODY,
    writes=True,
    at_once=True,
    private=True,
)
async def leak(ctx: Context, told: LeakTold) -> Reply:
    return await file(ctx, told)
