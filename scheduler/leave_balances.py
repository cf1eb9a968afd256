"""Writes leave balances to WeCom's own, where that is switched on: every hour, and soon after HR asks for it.

What WeCom doesn't take now is tried again in an hour; what it refuses, HR reads in the morning.
"""

from datetime import time, timedelta

from bot.services.office.writing import JOB, Tried, settle, write
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job


@job(JOB, schedule=Hourly(time(0, 35), time(23, 35)), catch_up=timedelta(hours=2), fetch=write)
async def write_balances(ctx: JobContext, tried: Tried) -> None:
    if ctx.company.wecom_vacations and await settle(ctx, tried):
        await ctx.store.jobs.hasten(JOB, ctx.now)
