"""Put a piece of safety equipment on the list, or say when it was checked; 报废 takes it off.

Whoever answers for the area is reminded each week from a month before the day, until it is ticked off.

Example:
    陈安> /登记安全设备 3号车间 灭火器1号 2027-03-01 每12个月
    机器人> 已登记 3号车间 的灭火器1号，2027年3月1日(周一)前检验，每 12 个月检一次。到期前一个月起，每周提醒区域负责人。
    陈安> /登记安全设备 3号车间 灭火器1号 报废
    机器人> 3号车间 的灭火器1号已从清单里划掉，不再提醒。
"""

from bot.arguments.equipment import CheckBy, CheckPeriod, EquipmentArea, EquipmentName
from bot.domain.rights import Role
from bot.services.safety.equipment.noting import note, scrap
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "登记安全设备",
    aliases=("note-equipment", "djaqsb"),
    audience=frozenset({Role.SAFETY_ADMIN}),
    writes=True,
    summary="登记安全设备和检验到期日",
)
async def note_equipment(
    ctx: Context, area: EquipmentArea, due: CheckBy, every: CheckPeriod | None = None, *, name: EquipmentName
) -> Reply:
    if due.day is None:
        return Reply(await scrap(ctx, area.name, name.name))
    return Reply(await note(ctx, area.name, name.name, due.day, every.months if every else None))
