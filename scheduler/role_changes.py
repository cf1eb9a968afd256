"""Every morning at 09:00: tells the administrators of WeCom whose roles have changed since the last look.

Roles follow titles and departments (D3§5): who is made a head joins the management group overnight, and nobody typed
anything. The first look only learns how things stand; on rest days nobody is disturbed, and Monday tells.
"""

from datetime import time, timedelta

from bot.services.people.role_watch import tell_changes
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job


@job("role-changes", schedule=Daily(time(9, 0)), catch_up=timedelta(days=7))
async def look(ctx: JobContext, _: None) -> None:
    await tell_changes(ctx)
