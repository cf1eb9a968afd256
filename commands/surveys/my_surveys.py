"""The surveys and activities that you have begun, and what you have signed up for.

Example:
    张三> /我的活动
    机器人> 你没有发起过征集和活动，也没有报名的活动。
"""

from bot.services.surveys.lists import mine
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的活动",
    aliases=("my-surveys", "wdhd", "我的征集", "我的报名"),
    private=True,
    says=("我[都]报名了<哪些|什么>活动",),
    summary="看发起的和报名的",
)
async def my_surveys(ctx: Context) -> Reply:
    return Reply(await mine(ctx), private=True)
