"""Sign up for an activity in words, where there is no card at hand.

Example:
    张三> /报名 HD-20261122-009
    机器人> 没有找到发给你的 HD-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.surveys.faces import SIGN_UP_COMMAND
from bot.services.surveys.signing_up import sign_up as signed_up
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    SIGN_UP_COMMAND,
    aliases=("sign-up", "bm", "报名活动"),
    writes=True,
    summary="报名一个活动",
)
async def sign_up(ctx: Context, id: AskedNumber) -> Reply:
    return Reply(await signed_up(ctx, id.number), private=True)
