"""Whoever's account was logged in on another device is asked whether that was he; off unless `[security] read_logins`.

Only where WeCom lets the app read the members' log. A login is asked about once.
"""

from collections.abc import Sequence
from datetime import time, timedelta

import structlog

from bot.domain.security.logins import Login
from bot.services.security.asking_who import ask
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused, Sources

log = structlog.get_logger()


async def read_logins(sources: Sources, *_: object) -> Sequence[Login]:
    """None: nobody reads them, or WeCom doesn't let us."""
    if sources.logins is None:
        return ()
    try:
        return await sources.logins.read()
    except OfficeRefused as refused:
        if refused.outcome.verdict is Verdict.RETRY:
            raise
        log.warning("logins can't be read", why=refused.outcome.why)
        return ()


@job("new-devices", schedule=Hourly(time(0, 5), time(23, 5)), catch_up=timedelta(hours=1), fetch=read_logins)
async def ask_who(ctx: JobContext, logins: Sequence[Login]) -> None:
    await ask(ctx, logins)
