"""Every morning at 09:20 and at each start, until it has been done: offers the set-up to the administrator of WeCom.

Only where nobody has said yet who the leaders, human resources and the safety officer are, or which groups there are;
and only once. The administrator hears of it when the bot may write to him: by the app, or after he has written himself.
"""

from datetime import time, timedelta

from bot.services.upkeep.setup.offering import JOB, offer_setup
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job
from bot.shapes.ports import Sources


async def has_app(sources: Sources, *_: object) -> bool:
    return sources.rooms is not None


@job(JOB, schedule=Daily(time(9, 20)), catch_up=timedelta(days=3650), fetch=has_app)
async def setup_offer(ctx: JobContext, app: bool) -> None:
    await offer_setup(ctx, app=app)
