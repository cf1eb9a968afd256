"""Give up a place in an activity: whoever waited longest has it.

Example:
    张三> /取消报名 HD-20261122-009
    机器人> 没有找到发给你的 HD-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.surveys.signing_up import withdraw
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("取消报名", aliases=("withdraw-sign-up", "qxbm", "退出活动"), writes=True, summary="不去活动了，让出名额")
async def withdraw_sign_up(ctx: Context, id: AskedNumber) -> Reply:
    return Reply(await withdraw(ctx, id.number), private=True)
