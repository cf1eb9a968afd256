"""Every night: of whoever has left long ago the trail keeps what was done, and not that it was he.

After `[privacy] records_years`, when all else of leave and attendance is forgotten. What is younger than half a year
stays until it isn't (the 网络安全法 wants logs of six months), and so does what `held` or the lawyers hold.
"""

from collections.abc import Mapping, Sequence
from datetime import time, timedelta
from typing import Final

from bot.domain.audit.erasing import Named
from bot.identifiers import UserId
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job
from bot.shapes.ports import Sources
from bot.shapes.store import Store

NAME: Final = "trail-erasure"
WHY: Final = "个人信息保护法第四十七条：保存期限已届满"
PEOPLE: Final = 3
PAUSE: Final = timedelta(minutes=1)
YOUNG: Final = timedelta(days=184)


async def whom(_: Sources, store: Store) -> Mapping[UserId, Sequence[Named]]:
    return await store.audit.leavers(at_most=PEOPLE)


@job(NAME, schedule=Daily(time(4, 15)), catch_up=timedelta(days=7), fetch=whom)
async def erase_leavers(ctx: JobContext, found: Mapping[UserId, Sequence[Named]]) -> None:
    held, before = ctx.company.retention.held | await ctx.store.holds.held(), ctx.now - YOUNG
    left = 0
    for user, named in found.items():
        may_go = [each for each in named if each.linked and each.at < before and not each.is_held(held)]
        gone = may_go if user not in held else []
        is_all = len(gone) == len(named) and user not in held
        await ctx.store.audit.erase(user, gone, WHY, is_all=is_all, by=ctx.act)
        left += not is_all
    if len(found) == PEOPLE and not left:
        await ctx.store.jobs.hasten(NAME, ctx.now + PAUSE)
