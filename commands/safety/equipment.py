"""The safety equipment of an area, or of all: what has to be checked within a month, and a table of all of it.

Example:
    陈安> /登记安全设备 3号车间 灭火器1号 2026-12-10 每12个月
    机器人> 已登记 3号车间 的灭火器1号，…
    陈安> /安全设备
    机器人→陈安> [文件 安全设备-2026-11-22.xlsx] 全公司安全设备 1 件，一个月内要检验 1 件，超期 0 件。
    机器人> 全公司安全设备 1 件，一个月内要检验 1 件，超期 0 件。表格已发你。
    · 3号车间 灭火器1号 2026年12月10日(周四)前检验
"""

from bot.arguments.hazard_scope import HazardScope
from bot.domain.rights import Role
from bot.services.safety.equipment.showing import listed
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "安全设备",
    aliases=("equipment", "aqsb", "安全设备清单", "设备检验"),
    audience=frozenset({Role.SAFETY_ADMIN, Role.DEPT_HEAD, Role.EXECUTIVE}),
    says=("[看看|看一下|查一下]…<哪些|有没有>[安全]设备[快要|该]<检验|到期|超期>[了|的]",),
    summary="安全设备清单和检验到期",
)
async def equipment(ctx: Context, scope: HazardScope) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await listed(ctx, scope.area or scope.place), private=True)
