"""What is held about somebody, and who looked at it: for himself to read.

Leave, attendance and moderation tell of theirs in words of their own; of every other table the register says what it is
called, and how many of its rows are about him (bot/domain/privacy/register.py).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.data_views import DataView
from bot.domain.dates import clock_time
from bot.domain.privacy.keeping import How, Kept
from bot.domain.privacy.register import REGISTER
from bot.services.attendance.held import held as attendance
from bot.services.leave.private.held import held as leave
from bot.services.moderation.held import held as moderation
from bot.services.privacy.holding import Bringing
from bot.shapes.context import Context

AREAS: Final[tuple[Bringing, ...]] = (leave, attendance, moderation)
SHOWN: Final = 10  # views
HEAD: Final = "这里存着你的："
NOBODY: Final = "还没有人看过你的请假原因、材料、假期资料和违规记录。"


async def held(ctx: Context) -> Sequence[str]:
    """A line for each thing there is; what there is none of isn't listed."""
    found = [each for area in AREAS for each in await area(ctx) if each.many]
    return [HEAD, *(each.said(ctx.now.date()) for each in found), *await _of_other_tables(ctx)]


async def _of_other_tables(ctx: Context) -> Sequence[str]:
    """`· 培训：签到 3 次、证书 1 份；在职时保留，离职 3 年后删除。`"""
    many = await ctx.store.own_rows.counted(ctx.sender.user_id)
    lines: dict[Kept, list[str]] = {}
    for table, entry in REGISTER.items():
        if entry.how is How.TOLD:
            lines.setdefault(entry.kept, []).append(entry.what)
        elif number := many.get(table):
            lines.setdefault(entry.kept, []).append(f"{entry.what} {number} {entry.unit}")
    retention = ctx.company.retention
    return [f"· {kept}：{'、'.join(what)}；{kept.until(retention)}。" for kept, what in lines.items()]


MORE: Final = "带走一份发 /导出我的数据；有错发 /更正资料；要删发 /删除申请；怎么用这些资料发 /隐私。"


async def viewed(ctx: Context) -> Sequence[str]:
    """Who looked, the newest first."""
    user = ctx.sender.user_id
    views = await ctx.store.data_views.of(user, ctx.now, most=SHOWN)
    if not views:
        return [NOBODY, MORE]
    number = await ctx.store.data_views.count(user)
    return [*_viewed(views, number, ctx), MORE]


def _viewed(views: Sequence[DataView], number: int, ctx: Context) -> Iterator[str]:
    yield f"看过你的资料 {number} 次：" if number <= SHOWN else f"看过你的资料 {number} 次，最近 {SHOWN} 次："
    for view in views:
        about = f" {view.about}" if view.about else ""
        why = f"，用途：{view.why}" if view.why else ""
        yield f"· {ctx.company.name_of(view.viewer)}看了{view.what}{about}（{clock_time(view.at, ctx.now)}{why}）"
