"""Each night: what people agreed to carry into the new year is carried, what has ended lapses, and what the year gives
is written down for who has nothing of it yet.

The first run of a year does so for everybody, some people to a transaction; later ones find who is new.
"""

from datetime import time, timedelta
from typing import Final

from bot.services.leave.ledgers.carrying import carry_agreed
from bot.services.leave.ledgers.year_round import give, let_lapse
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

NAME: Final = "leave-accounts"


@job(NAME, schedule=Daily(time(0, 20)), catch_up=timedelta(days=3650))
async def look_after(ctx: JobContext, _: None) -> None:
    if await carry_agreed(ctx) or await let_lapse(ctx) or await give(ctx):
        await ctx.store.jobs.hasten(NAME, ctx.slot)  # the rest in a transaction of its own
