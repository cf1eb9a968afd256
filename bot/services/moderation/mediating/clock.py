"""What falls due for a mediation: a reminder of the answer, its end without one, and a reminder of the result."""

from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.moderation.mediation.dispute import Dispute
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "mediation-clock"
REMIND: Final = "remind"
LAPSE: Final = "lapse"
RESULT: Final = "result"
ANSWER_DAYS: Final = 3  # working days to say yes or no
TALK_DAYS: Final = 5  # working days to talk, then the mediator is asked for the result
_AT: Final = time(9)


def last_day(desk: Desk, dispute: Dispute) -> date:
    return desk.company.pace.calendar.add_workdays(dispute.opened_at.date(), ANSWER_DAYS)


async def await_answers(desk: Desk, dispute: Dispute) -> None:
    last = last_day(desk, dispute)
    end = datetime.combine(last + timedelta(days=1), time(), desk.now.tzinfo)
    morning = datetime.combine(last, _AT, desk.now.tzinfo)
    await set_timers(desk, JOB, dispute.number, {REMIND: morning, LAPSE: end})


async def await_result(desk: Desk, dispute: Dispute) -> None:
    await nothing_more(desk, dispute)
    day = desk.company.pace.calendar.add_workdays(desk.now.date(), TALK_DAYS)
    await set_timers(desk, JOB, dispute.number, {RESULT: datetime.combine(day, _AT, desk.now.tzinfo)})


async def nothing_more(desk: Desk, dispute: Dispute) -> None:
    await call_off(desk, JOB, dispute.number)
