"""What is held about somebody in leave and attendance, and who looked at it: for himself to read."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.data_views import DataView
from bot.domain.dates import clock_time
from bot.services.attendance.held import held as attendance
from bot.services.leave.private.held import held as leave
from bot.services.privacy.holding import Bringing
from bot.shapes.context import Context

AREAS: Final[tuple[Bringing, ...]] = (leave, attendance)
SHOWN: Final = 10  # views
NOTHING: Final = "请假和考勤还没有存你的任何资料。"
NOBODY: Final = "还没有人看过你的请假原因、材料和假期资料。"


async def held(ctx: Context) -> Sequence[str]:
    """A line for each thing there is; what there is none of isn't listed."""
    found = [each for area in AREAS for each in await area(ctx) if each.many]
    if not found:
        return [NOTHING]
    return ["请假和考勤存着你的：", *(each.said(ctx.now.date()) for each in found)]


async def viewed(ctx: Context) -> Sequence[str]:
    """Who looked, the newest first."""
    user = ctx.sender.user_id
    views = await ctx.store.data_views.of(user, ctx.now, most=SHOWN)
    if not views:
        return [NOBODY]
    number = await ctx.store.data_views.count(user)
    return list(_viewed(views, number, ctx))


def _viewed(views: Sequence[DataView], number: int, ctx: Context) -> Iterator[str]:
    yield f"看过你的资料 {number} 次：" if number <= SHOWN else f"看过你的资料 {number} 次，最近 {SHOWN} 次："
    for view in views:
        about = f" {view.about}" if view.about else ""
        why = f"，用途：{view.why}" if view.why else ""
        yield f"· {ctx.company.name_of(view.viewer)}看了{view.what}{about}（{clock_time(view.at, ctx.now)}{why}）"
