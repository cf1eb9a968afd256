"""Every working day at 09:25, where `[accounts] staff_list` names a file: the list of human resources is compared with
WeCom's directory, and what is new is shown to them."""

from datetime import time, timedelta

import structlog

from bot.errors import UserError
from bot.services.accounts.drifting import compare_nightly, tell_unreadable
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job

log = structlog.get_logger()


@job("staff-list", schedule=Daily(time(9, 25)), catch_up=timedelta(hours=12))
async def compare_staff_list(ctx: JobContext, _: None) -> None:
    if not ctx.company.pace.calendar.is_workday(ctx.now.date()):
        return
    try:
        await compare_nightly(ctx)
    except (OSError, UserError) as error:
        log.warning("staff_list.unreadable", why=type(error).__name__)
        await tell_unreadable(ctx)
