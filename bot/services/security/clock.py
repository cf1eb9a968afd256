"""What falls due for an incident: that nobody has acted, that it isn't finished, and that what it left behind goes."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.security.incident import Incident
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers

JOB: Final = "security-clock"
DUE: Final = "due"
UNFINISHED: Final = "unfinished"
FORGOTTEN: Final = "forgotten"
AGAIN: Final = timedelta(hours=1)  # to the topmost, while nobody acts
OFTEN: Final = timedelta(hours=6)  # as long as that; then once a day


async def wind(desk: Desk, incident: Incident) -> None:
    """Call it whenever something else is awaited, in that transaction."""
    waiting = [each.kind for each in await desk.store.timers.of(JOB, incident.number) if each.waits]
    await call_off(desk, JOB, incident.number, waiting)
    await go_on(desk, incident)


async def go_on(desk: Desk, incident: Incident) -> None:
    """What comes after the timer that rings now."""
    await set_timers(desk, JOB, incident.number, _due(desk, incident))


async def once_more(desk: Desk, incident: Incident) -> None:
    """To the topmost, who have it already."""
    at = desk.now + AGAIN
    if desk.now - incident.told_at >= OFTEN:
        at = after_quiet(desk.now + timedelta(days=1), desk.company.pace.calendar)
    await set_timers(desk, JOB, incident.number, {f"{DUE}:{at:%m%d%H%M}": at})


def what(kind: str) -> str:
    """DUE, UNFINISHED or FORGOTTEN."""
    return kind.partition(":")[0]


def acts_until(desk: Desk, incident: Incident) -> datetime:
    """What nobody is pressed by waits while people are at rest."""
    due = incident.told_at + (incident.level + 1) * desk.company.security.within(incident)
    return due if incident.urgent else after_quiet(due, desk.company.pace.calendar)


def _due(desk: Desk, incident: Incident) -> dict[str, datetime]:
    rules, since = desk.company.security, str(incident.version)
    if gone := rules.forgotten_at(incident):
        return {FORGOTTEN: gone}
    if incident.first_action is None:
        return {f"{DUE}:{since}": max(desk.now, acts_until(desk, incident))}
    fresh = desk.now - incident.told_at < rules.unfinished
    again = after_quiet(desk.now + (rules.unfinished if fresh else timedelta(days=1)), desk.company.pace.calendar)
    return {f"{UNFINISHED}:{again:%m%d%H%M}": again}
