"""What falls due for a report: that nobody has begun, that it isn't decided, and that what it left behind goes.

What is said because of it falls due, too, at once: so nothing that is kept of a message says whose word led to it
(`bot.services.moderation.reports.saying`).
"""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.moderation.reports.report import Report, ReportState, Told
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "report-clock"
SAY: Final = "say"
DUE: Final = "due"
LATE: Final = "late"
UNDECIDED: Final = "undecided"
UNLINKED: Final = "unlinked"
FORGOTTEN: Final = "forgotten"
AGAIN: Final = timedelta(days=1)


async def wind(desk: Desk, report: Report) -> None:
    """Call it whenever it is somebody else's turn, in that transaction. What is still to be said is said."""
    waiting = [each.kind for each in await desk.store.timers.of(JOB, report.number) if each.waits]
    await call_off(desk, JOB, report.number, [kind for kind in waiting if what(kind) != SAY])
    await set_timers(desk, JOB, report.number, _due(desk, report))


async def say(desk: Desk, report: Report, kind: Told) -> None:
    """The line of that kind that was written last goes to whom it is for."""
    lines = await desk.store.reports.lines(report.number)
    last = max(at for at, line in enumerate(lines) if line.kind is kind)
    await set_timers(desk, JOB, report.number, {f"{SAY}:{last:05}": desk.now})


def what(kind: str) -> str:
    """SAY, DUE, LATE …"""
    return kind.partition(":")[0]


def _due(desk: Desk, report: Report) -> dict[str, datetime]:
    rules, since = desk.company.moderation.reports, str(report.version)
    match report.state:
        case ReportState.WAITING:
            within = rules.within(report)
            return {f"{DUE}:{since}": desk.now + within, f"{LATE}:{since}": desk.now + 2 * within}
        case ReportState.TAKEN:
            return {f"{UNDECIDED}:{since}": desk.now + rules.undecided}
    ends = {FORGOTTEN: rules.forgotten_at(report), UNLINKED: rules.unlinked_at(report)}
    return {kind: at for kind, at in ends.items() if at}


async def once_more(desk: Desk, report: Report, kind: str, after: timedelta) -> None:
    """`kind`: DUE, LATE or UNDECIDED; a day of its own each time."""
    at = desk.now + after
    await set_timers(desk, JOB, report.number, {f"{kind}:{report.version}:{at:%Y-%m-%dT%H:%M}": at})
