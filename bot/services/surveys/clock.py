"""What falls due for a survey or an activity: its end, a reminder before it, and when nobody needs to know any more."""

from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.surveys.activity import Activity
from bot.domain.surveys.survey import Survey
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "survey-clock"
CLOSE, REMIND, FORGET = "close", "remind", "forget"
KEPT: Final = timedelta(days=365)  # after its end, who answered what and who came
HELD: Final = timedelta(days=30)  # until what is held is looked at again
_ASKED_AT: Final = time(10)  # of the last working day before its end
_EVE: Final = time(17)  # before the day of an activity
_LATEST: Final = timedelta(hours=2)  # before it begins, for who reads it at breakfast
_APART: Final = timedelta(hours=4)  # a reminder that follows the card so soon says nothing


async def set_clock(desk: Desk, asked: Survey | Activity) -> None:
    wanted = _of_survey(desk, asked) if isinstance(asked, Survey) else _of_activity(desk, asked)
    await set_timers(desk, JOB, asked.number, {kind: at for kind, at in wanted.items() if at > desk.now})


async def end_clock(desk: Desk, asked: Survey | Activity) -> None:
    """It is over before its time; what is kept of people still goes."""
    await call_off(desk, JOB, asked.number, (CLOSE, REMIND))


def _of_survey(desk: Desk, survey: Survey) -> dict[str, datetime]:
    """Who hasn't answered an anonymous one is nobody's to know, not even a reminder's."""
    wanted = {CLOSE: survey.closes_at, FORGET: survey.closes_at + KEPT}
    day = desk.company.pace.calendar.previous_workday(survey.closes_at.date())
    at = datetime.combine(day, _ASKED_AT, survey.closes_at.tzinfo)
    if not survey.anonymous and at > desk.now + _APART:
        wanted[REMIND] = at
    return wanted


def _of_activity(desk: Desk, activity: Activity) -> dict[str, datetime]:
    eve = datetime.combine(activity.starts.date() - timedelta(days=1), _EVE, activity.starts.tzinfo)
    near = activity.starts - _LATEST
    return {
        CLOSE: activity.closes_at,
        REMIND: eve if eve > max(desk.now, activity.closes_at) else max(near, activity.closes_at),
        FORGET: activity.starts + KEPT,
    }
