"""Every night it is put down in which groups something happened: somebody spoke to the bot there, a notice was posted,
somebody came or left. Nothing of what was said; only the last day is kept, for the monthly clean-up.
"""

from datetime import time, timedelta

from bot.services.groups.cleaning.asking import look
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("group-signs", schedule=Daily(time(2, 50)), catch_up=timedelta(days=7))
async def see_groups(ctx: JobContext, _: None) -> None:
    await look(ctx)
