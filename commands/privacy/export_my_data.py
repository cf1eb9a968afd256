"""Take away what is kept about me, as a spreadsheet in private: a sheet for each kind of record. The copy here goes
after three days; what is under seal, such as why a leave was asked for, is read by commands of its own.

Example:
    张三> /导出我的数据
    机器人→张三> [文件 我的数据-2026-11-22.xlsx] 你的数据。
    机器人> 已发你：群和昵称里的记录。这份文件 3 天后从这里删除，请自己收好，别转发。
"""

from bot.services.privacy.taking_away import take_away
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "导出我的数据",
    aliases=("export-my-data", "下载我的数据", "导出我的信息"),
    says=("[把|请把]我的(数据|个人信息)(导出|下载|发我|发给我)[一份|来|下来]",),
    summary="把存着的我的资料带走一份",
    private=True,
)
async def export_my_data(ctx: Context) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await take_away(ctx), private=True)
