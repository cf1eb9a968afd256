"""One run of the job: what WeCom told is compared, groups are looked at, and what comes next is planned."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.calendar.quiet import is_quiet
from bot.domain.groups.group import GroupState
from bot.services.groups.rosters.asking import NO_APP, Round
from bot.services.groups.rosters.comparing import take_in
from bot.services.groups.rosters.doubting import look
from bot.services.groups.rosters.handing_in import compare
from bot.services.groups.rosters.wanting import is_readable
from bot.shapes.context import JobContext

LOOKS: Final = 20  # groups of one transaction; it either looks or takes in what was read
GAP: Final = timedelta(seconds=1)  # between two portions: others want to write as well

log = structlog.get_logger()


async def settle(desk: JobContext, told: Round, *, every_hour: bool, every_day: bool) -> datetime | None:
    """When to go on, if not with the next hour. What keepers are asked waits for office hours."""
    rosters = desk.store.rosters
    quiet = is_quiet(desk.now, desk.company.pace.calendar)
    await rosters.dismiss_want(told.gone)
    for seen in told.seen:
        await take_in(desk, seen, quiet=quiet)
    if refused := [seen for seen in told.seen if seen.roster is None and seen.refused != NO_APP]:
        log.warning("rosters.refused", groups=[str(seen.group.id) for seen in refused], why=refused[0].refused)
    if every_hour and not quiet:
        await rosters.want([group.id for group in desk.company.groups if is_readable(group)])
    if every_day and not quiet:
        await rosters.look([group.id for group in desk.company.groups])
    more = bool(await rosters.wanted())
    if not quiet and not told.seen:
        more = await _look_around(desk) or more
    return desk.now + GAP if more or told.seen else None


async def _look_around(desk: JobContext) -> bool:
    """Whether there are more."""
    groups = await desk.store.rosters.to_look(LOOKS)
    for id_ in groups if desk.company.people else ():
        group = await desk.store.groups.hold(id_)
        if group is None or group.state is not GroupState.IN_USE:
            await desk.store.rosters.looked(id_)
        elif (reading := await desk.store.rosters.get(id_)).is_new and reading.roster and reading.told_by:
            await compare(desk, group, reading.roster, told_by=reading.told_by)
        else:
            await look(desk, group)
    return len(groups) == LOOKS and bool(desk.company.people)
