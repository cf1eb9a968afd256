"""Tell what is kept about me in leave and attendance, since when and until when, and who looked at the private part of
it, and what for.

Example:
    张三> /我的数据
    机器人> 请假和考勤还没有存你的任何资料。
    还没有人看过你的请假原因、材料和假期资料。
"""

from bot.services.privacy.own_data import held, viewed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的数据",
    aliases=("my-data", "wdsj", "我的个人信息"),
    private=True,
    says=(
        "[你|你们|这里](存了|保存了|存着|记了|收集了)[我的|我](哪些|什么|多少)(数据|信息|个人信息|资料)",
        "(谁|哪些人|有没有人|有人)[都](看过|查过|看了|查了)我的(数据|信息|个人信息|资料|请假原因|病假原因|材料|病假条)[吗]",
        "(看|查|查看|看看|查一下)我的(数据|个人信息)",
    ),
    summary="看这里存了我的什么、谁看过",
)
async def my_data(ctx: Context) -> Reply:
    return Reply("\n".join([*await held(ctx), *await viewed(ctx)]), private=True)
