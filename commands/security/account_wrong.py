"""An account that somebody else is in, a lost phone or computer, a virus: what to do comes at once.

Anybody may, in any state, in private or in a group; nothing is asked back. Those in charge of security have a card and
fifteen minutes for the first step. S255, S256 (D13§4.4), S44.

Example:
    张三> 我企业微信显示新设备登录 不是我啊
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 张三（生产部）10:00 报告：「新设备登录 不是本人」…
    机器人> [卡片] 先这样做 1. 在自己的手机上改企业微信密码，把不认识的登录设备退掉。…
"""

from bot.arguments.incidents import AccountTold
from bot.domain.rights import EVERYBODY
from bot.services.security.filing import file
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "账号异常",
    aliases=("zhyc", "账号被盗", "盗号"),
    summary="账号被盗、手机丢了、电脑中毒，马上报",
    audience=EVERYBODY,
    writes=True,
    at_once=True,
    private=True,
)
async def account_wrong(ctx: Context, told: AccountTold) -> Reply:
    return await file(ctx, told)
