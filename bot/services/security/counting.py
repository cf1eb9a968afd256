"""Figures of incidents, month by month."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.security.figures import IncidentFigures, figures_of
from bot.shapes.context import Context


async def by_month(ctx: Context) -> str:
    """This one and the last."""
    this = ctx.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    last = (this - timedelta(days=1)).replace(day=1)
    return "\n".join([await _line(ctx, this, ctx.now), await _line(ctx, last, this)])


async def _line(ctx: Context, since: datetime, until: datetime) -> str:
    found = await ctx.store.incidents.told_between(since, until + timedelta(seconds=1), ctx.now)
    return f"{since.month}月：{'，'.join(_said(figures_of(found, ctx.company.security)))}。"


def _said(figures: IncidentFigures) -> Iterator[str]:
    if not figures.total:
        yield "没有安全事件"
        return
    kinds = "、".join(f"{kind} {number}" for kind, number in figures.kinds)
    yield f"{figures.total} 起（{kinds}）"
    yield f"属实 {figures.real} 起，没办结 {figures.still_open} 起"
    if figures.acted is not None:
        yield f"第一步一般用 {figures.acted} 分钟，按时 {figures.in_time}/{figures.due}"
