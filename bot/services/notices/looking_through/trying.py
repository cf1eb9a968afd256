"""When the links of a notice are tried: at once, by a job of its own."""

from typing import Final

from bot.domain.notices.checks.links import links_in
from bot.domain.notices.notice import Draft
from bot.services.approvals.kinds import Desk

JOB: Final = "notice-links"


async def look_soon(desk: Desk, draft: Draft) -> None:
    if links_in(draft.whole):
        await desk.store.jobs.hasten(JOB, desk.now)
