"""Does to accounts what was decided: WeCom is asked first where the company lets the bot write, else an administrator
is, by a card. Who says that it is done is taken at the directory's word."""

from datetime import time, timedelta

from bot.services.accounts.following import follow
from bot.services.accounts.working import JOB, Tried, ask_wecom, settle
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(4, 5)), catch_up=timedelta(days=3650), fetch=ask_wecom)
async def run_works(ctx: JobContext, tried: Tried) -> None:
    if again := await settle(ctx, tried, follow):
        await ctx.store.jobs.hasten(JOB, again)
