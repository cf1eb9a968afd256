"""A hazard was closed at night or on a day of rest: everybody is told on the next morning of work, without names.

Nobody says anything where it was opened again meanwhile.
"""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.domain.safety.hazards.hazard import HazardState
from bot.domain.timers import Timer
from bot.services.safety.hazards.verifying import NEWS_JOB, tell_everybody
from bot.services.timers import ring
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job(NEWS_JOB, schedule=Daily(time(8, 30)), catch_up=timedelta(days=3650))
async def hazard_news(ctx: JobContext, _: None) -> None:
    await ring(ctx, NEWS_JOB, _tell)


async def _tell(ctx: JobContext, number: str, _: Sequence[Timer]) -> None:
    hazard = await ctx.store.hazards.get(number)
    if hazard and hazard.state is HazardState.CLOSED:
        await tell_everybody(ctx, hazard)
