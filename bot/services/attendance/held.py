"""What attendance holds about somebody. Punches themselves are never kept."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.services.privacy.holding import Holding, after_its_year, oldest
from bot.shapes.context import Context

EVER: Final = timedelta(days=36500)


async def held(ctx: Context) -> Sequence[Holding]:
    user, until = ctx.sender.user_id, after_its_year(ctx.company.retention)
    trips = await ctx.store.trips.of(user, ctx.now, since=ctx.now - EVER)
    fixes = await ctx.store.punch_fixes.of(user, ctx.now)
    missed = await ctx.store.missed_punches.days(user)
    return [
        Holding("出差和外出", len(trips), "条", until, oldest(each.begins.date() for each in trips)),
        Holding("补卡", len(fixes), "条", until, oldest(each.on for each in fixes)),
        Holding("缺卡提醒", len(missed), "次", "90 天后删除，打卡记录和位置不保存", oldest(missed)),
    ]
