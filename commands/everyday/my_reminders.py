"""The reminders that one asked for and that are still to come.

Example:
    张三> /提醒 我 明天下午3点 交巡检表
    机器人> 记下了，明天 15:00 提醒你：交巡检表。…
    张三> /我的提醒
    机器人> 等着的提醒
    · TX-20261122-001 明天 15:00 提醒你：交巡检表
    不用了发 /取消提醒 编号。
"""

from bot.services.reminders.reminding import listed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "我的提醒",
    aliases=("myreminders", "提醒列表"),
    says=(
        "我(设|定|加)了(哪些|什么|几个|几条)提醒",
        "[我](有|还有)(哪些|什么|几个|几条|多少|多少条)提醒[没到|没响|没发|要响|等着]",
        "我[都|还]让你提醒[我](什么|哪些|啥)[事][了|来着]",
    ),
    summary="看还没到的提醒",
    private=True,
)
async def my_reminders(ctx: Context) -> Reply:
    return Reply(await listed(ctx), private=True)
