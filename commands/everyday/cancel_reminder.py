"""Call off a reminder that one asked for.

Example:
    张三> /提醒 我 明天下午3点 交巡检表
    机器人> 记下了，明天 15:00 提醒你：交巡检表。…
    张三> /取消提醒 TX-20261122-001
    机器人> 取消了：明天 15:00 提醒你 交巡检表。
    ⏰ 2026-11-23 16:00
"""

from bot.arguments.requests import RequestNumber
from bot.services.reminders.reminding import cancel
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "取消提醒",
    aliases=("cancelreminder", "不用提醒"),
    says=(
        "…(不用|不要|不必|别)[再]提醒[我]了",
        "[把|将]…[的][那个|这个|那条|这条]提醒[给](取消|取消掉|取消了|撤了|撤掉|去掉|删了|删掉)[吧]",
    ),
    summary="取消一条提醒",
    writes=True,
    private=True,
)
async def cancel_reminder(ctx: Context, id: RequestNumber) -> Reply:
    return Reply(await cancel(ctx, id.number), private=True)
