"""With `[moderation] nominate_on`, a day of the month: on it, or the next working day, heads are asked at 09:00 whom
they would praise, and human resources read who was praised in the month before."""

from datetime import time, timedelta

from bot.services.moderation.praising.nominating import ask
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("praise-nominations", schedule=Daily(time(9)), catch_up=timedelta(hours=8))
async def praise_nominations(ctx: JobContext, _: None) -> None:
    await ask(ctx)
