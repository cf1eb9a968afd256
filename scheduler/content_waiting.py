"""On working days at 09:40: whoever was asked what a finding is, and hasn't said it for a day, is reminded."""

from datetime import time, timedelta

from bot.services.moderation.content.reminding import remind
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("content-waiting", schedule=Daily(time(9, 40)), catch_up=timedelta(hours=6))
async def remind_of_findings(ctx: JobContext, _: None) -> None:
    await remind(ctx)
