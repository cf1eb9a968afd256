"""Each hour of a working day: who is in the groups by WeCom's own lists, compared with the registry.

WeCom tells who is in the app's own groups and in customer groups. Its keepers are asked about whoever came in without
an approval, has left the company or was moved; what somebody said he did in WeCom is checked. In the morning, and soon
after the directory changed, all groups are looked at for who should go or come, whoever made them. Each doubt is
raised once.
"""

from datetime import time, timedelta

from bot.services.groups.rosters.asking import Round, ask_for_lists
from bot.services.groups.rosters.rounds import settle
from bot.services.groups.rosters.wanting import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job

SCHEDULE = Hourly(time(9, 5), time(18, 5))


@job(JOB, schedule=SCHEDULE, catch_up=timedelta(days=7), fetch=ask_for_lists)
async def read_rosters(ctx: JobContext, told: Round) -> None:
    every_hour = SCHEDULE.is_one(ctx.slot)
    every_day = every_hour and ctx.slot.time() == SCHEDULE.first
    if again := await settle(ctx, told, every_hour=every_hour, every_day=every_day):
        await ctx.store.jobs.hasten(JOB, again)
