"""What falls due at the desk: that nobody has taken a question, or answered it, that nobody said what was missing, or
whether it helped, and that words go."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Final

from bot.domain.approvals.pace import working_moment
from bot.domain.desk.enquiry import Enquiry, Kind, State
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "desk-clock"
DUE: Final = "due"  # its turn has come, and nobody has done it
LATE: Final = "late"  # it goes up
ADD: Final = "add"
LAPSE: Final = "lapse"
SETTLE: Final = "settle"
FORGET: Final = "forget"
_AT: Final = time(9, 30)


async def wind(desk: Desk, enquiry: Enquiry, *, ringing: Collection[str] = ()) -> None:
    """Call it whenever it is somebody else's turn, in that transaction. `ringing`: kinds that are due now."""
    waiting = [each.kind for each in await desk.store.timers.of(JOB, enquiry.number) if each.waits]
    await call_off(desk, JOB, enquiry.number, [kind for kind in waiting if kind not in ringing])
    await set_timers(desk, JOB, enquiry.number, _due(desk, enquiry))


def what(kind: str) -> str:
    """DUE, LATE …"""
    return kind.partition(":")[0]


async def once_more(desk: Desk, enquiry: Enquiry, kind: str) -> None:
    """After a working day, each time a timer of its own."""
    at = _morning(desk, 1)
    await set_timers(desk, JOB, enquiry.number, {f"{kind}:{enquiry.version}:{at.date()}": at})


def _due(desk: Desk, enquiry: Enquiry) -> dict[str, datetime]:
    rules, version = desk.company.desk, enquiry.version
    match enquiry.state:
        case State.WAITING if enquiry.kind is Kind.MENTION:
            return {f"{LAPSE}:{version}": _morning(desk, 1)}
        case State.WAITING:
            return {f"{DUE}:{version}": _worked(desk, rules.take), f"{LATE}:{version}": _worked(desk, 2 * rules.take)}
        case State.TAKEN if enquiry.kind is Kind.COMPLAINT:
            days = rules.complaint_days
            return {f"{DUE}:{version}": _morning(desk, max(days - 1, 1)), f"{LATE}:{version}": _morning(desk, days)}
        case State.TAKEN:
            due, late = _worked(desk, rules.answer), _worked(desk, 2 * rules.answer)
            return {f"{DUE}:{version}": due, f"{LATE}:{version}": late}
        case State.ASKED:
            days = rules.add_days
            return {f"{ADD}:{version}": _morning(desk, max(days // 2, 1)), f"{LAPSE}:{version}": _morning(desk, days)}
        case State.ANSWERED:
            return {f"{SETTLE}:{version}": _morning(desk, rules.settle_days)}
    return {f"{FORGET}:{version}": (enquiry.closed_at or enquiry.asked_at) + rules.keep}


def _worked(desk: Desk, minutes: int) -> datetime:
    pace = desk.company.pace
    return working_moment(desk.now, minutes, pace.calendar, pace.shift)


def _morning(desk: Desk, days: int) -> datetime:
    day: date = desk.company.pace.calendar.add_workdays(desk.now.date(), days)
    return datetime.combine(day, _AT, desk.now.tzinfo)
