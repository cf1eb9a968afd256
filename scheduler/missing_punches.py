"""Some time after a shift is over: whoever worked, and whose punch WeCom doesn't know of, is told in private.

Only where reading punches is switched on and WeCom grants it. Who was on leave or away isn't asked.
"""

from datetime import time, timedelta

import structlog

from bot.services.attendance.missing import tell_missing
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused, Punched, Sources

log = structlog.get_logger()


async def read_punches(sources: Sources, *_: object) -> Punched | None:
    """None: nobody reads them, or WeCom doesn't let us."""
    if sources.punches is None:
        return None
    try:
        return await sources.punches.read()
    except OfficeRefused as refused:
        if refused.outcome.verdict is Verdict.RETRY:
            raise
        log.warning("punches can't be read", why=refused.outcome.why)
        return None


@job("missing-punches", schedule=Hourly(time(0, 20), time(23, 20)), catch_up=timedelta(hours=1), fetch=read_punches)
async def remind(ctx: JobContext, punched: Punched | None) -> None:
    if punched:
        await tell_missing(ctx, punched)
