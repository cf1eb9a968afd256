"""The list of safety equipment, in words and as a table."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.safety.equipment.equipment import Equipment, wanted
from bot.services.attaching import attach_table
from bot.shapes.context import Context

TITLE: Final = "安全设备"
HEADER: Final = ("区域", "设备", "检验到期", "检验周期(月)", "状态")
LISTED: Final = 15
HOW: Final = "登记一件发 /登记安全设备 3号车间 灭火器1号 2027-03-01 每12个月；也可以把 .xlsx 清单直接发给我。"


async def listed(ctx: Context, area: str) -> str:
    """Of an area, or of all; the table goes to the asker."""
    every = [each for each in await ctx.store.equipment.all() if area in ("", each.area)]
    if not every:
        return f"{area or '公司'}还没有登记安全设备。{HOW}"
    today = ctx.now.date()
    due = wanted(every, today)
    over = sum(each.is_over(today) for each in due)
    plain = f"{area or '全公司'}安全设备 {len(every)} 件，一个月内要检验 {len(due) - over} 件，超期 {over} 件。"
    await attach_table(ctx, f"安全设备-{today}", TITLE, HEADER, rows(every, today), plain=plain)
    lines = [f"· {each.area} {each.said(today)}" for each in due[:LISTED]]
    more = [f"还有 {len(due) - LISTED} 件，见表格。"] if len(due) > LISTED else []
    return "\n".join([f"{plain}表格已发你。", *lines, *more])


def rows(every: Sequence[Equipment], today: date) -> Sequence[Sequence[str]]:
    return [(each.area, each.name, each.due.isoformat(), str(each.months or ""), _state(each, today)) for each in every]


def _state(piece: Equipment, today: date) -> str:
    if piece.is_over(today):
        return "超期"
    return "一个月内到期" if piece.is_soon(today) else "正常"
