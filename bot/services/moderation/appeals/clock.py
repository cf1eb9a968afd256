"""What falls due for an appeal: a reminder of its answer, and asking others where nobody answered in time."""

from typing import Final

from bot.domain.moderation.appeals.appeal import MOST_RUNGS, Appeal, late_at, reminded_at
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "appeal-clock"
REMIND: Final = "remind"
LATE: Final = "late:"


async def answer_in_time(desk: Desk, appeal: Appeal) -> None:
    calendar = desk.company.pace.calendar
    if not appeal.rung:
        await set_timers(desk, JOB, appeal.case, {REMIND: reminded_at(appeal, calendar)})
    if appeal.rung < MOST_RUNGS:
        await set_timers(desk, JOB, appeal.case, {f"{LATE}{appeal.rung}": late_at(appeal, calendar)})


async def nothing_more(desk: Desk, appeal: Appeal) -> None:
    await call_off(desk, JOB, appeal.case)
