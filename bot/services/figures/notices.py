"""Announcements that asked for a confirmation, and who gave it; by department where that isn't too much to count."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.figures.counts import Read
from bot.domain.figures.hiding import LEAST
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.domain.notices.posting import Posting
from bot.domain.percent import percent
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped

COLUMNS = (Column("公告确认", "人次"),)
MOST = 200_000  # receipts that are looked through while somebody waits


async def count(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Of a department what its people confirmed, of groups what their members did."""
    posted = [each for each in await desk.store.postings.between(*period.bounds(desk.now)) if _is_ours(each, parts)]
    expected, confirmed = sum(each.expected for each in posted), sum(each.confirmed for each in posted)
    asking = [each.id for each in posted if each.expected]
    read = await desk.store.figures.read(asking) if expected <= MOST else ()
    counted = _by_group(read, parts) if parts.scope.groups else _by_department(read, parts)
    if parts.scope.is_whole:
        counted = replace(counted, total=(Tally(confirmed, confirmed, expected),))
    sums = counted.total[0]
    rate = f"，确认率 {percent(sums.value, sums.whole or 0)}" if sums.whole and sums.people >= LEAST else ""
    return replace(counted, facts=(f"发出公告 {len(posted)} 次{rate}。",))


def _by_department(read: Sequence[Read], parts: Parts) -> Counted:
    counted = grouped(read, COLUMNS, _tallies, lambda each: parts.place(each.user), parts)
    return replace(counted, parts=tuple(each for each in counted.parts if each.tallies[0].whole))


def _by_group(read: Sequence[Read], parts: Parts) -> Counted:
    """Somebody may be in several of them, so that there is but the sum."""
    members = {user for group in parts.scope.groups for user in group.members}
    theirs = [each for each in read if each.user in members]
    return Counted(COLUMNS, _tallies(theirs), len(members))


def _tallies(read: Sequence[Read]) -> tuple[Tally, ...]:
    people = sum(each.confirmed > 0 for each in read)
    return (Tally(sum(each.confirmed for each in read), people, sum(each.expected for each in read)),)


def _is_ours(posting: Posting, parts: Parts) -> bool:
    """Of whoever keeps groups those that went to one of them; of everybody else all."""
    groups = {each.id for each in parts.scope.groups}
    return not groups or not groups.isdisjoint(posting.groups)
