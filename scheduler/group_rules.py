"""Asks people to agree to the rules of their groups: who has just come in, at once; everybody, when a text was changed,
in working hours and with what is different. Whoever is silent for a week (`[group_rules] deemed_after_days`) counts as
knowing them, which is noted apart and is no consent.

It runs at 09:20 and whenever there is somebody to ask, 150 people at a time.
"""

from datetime import time, timedelta

from bot.services.groups.rules.asking import walk
from bot.services.groups.rules.versions import JOB
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(JOB, schedule=Daily(time(9, 20)), catch_up=timedelta(days=3650))
async def ask_about_rules(ctx: JobContext, _: None) -> None:
    if again := await walk(ctx):
        await ctx.store.jobs.hasten(JOB, again)
