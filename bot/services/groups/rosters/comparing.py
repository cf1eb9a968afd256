"""A list that WeCom told is compared with the registry, in one transaction for a portion of groups."""

from collections.abc import Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, DoubtKind, has_left
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.by_hand import ask_again
from bot.services.groups.rosters.asking import Seen
from bot.services.groups.rosters.checking import unfounded
from bot.services.groups.rosters.doubting import doubtful, raise_new
from bot.services.groups.rosters.following import follow, let_go
from bot.services.groups.rosters.inspecting import tell_whoever_waits
from bot.services.groups.rosters.wanting import is_readable

MISSING: Final = DoubtKind.MISSING


async def take_in(desk: Desk, seen: Seen, *, quiet: bool) -> None:
    """`quiet`: it is not the time to ask anybody anything; the next reading will."""
    group = await desk.store.groups.hold(seen.group.id)
    if group is None or not is_readable(group):
        await desk.store.rosters.dismiss_want([seen.group.id])
    elif seen.roster is None:
        await desk.store.rosters.refuse(group.id, seen.refused, by=desk.act)
        await tell_whoever_waits(desk, group)
    elif group == seen.group:  # else it changed while WeCom was asked, and the list is asked for again
        after = await _compare(desk, group, seen.roster, seen.errands, quiet=quiet)
        await tell_whoever_waits(desk, after)


async def _compare(desk: Desk, group: Group, roster: Roster, before: Sequence[Errand], *, quiet: bool) -> Group:
    wrong = await unfounded(desk, group, roster)
    after = await follow(desk, group, roster)
    await desk.store.rosters.keep(group.id, roster, by=desk.act)
    for errand in wrong:
        await ask_again(desk, errand, after)
    under_way = [*before, *await desk.store.errands.open_ones(group.id)]
    return await _doubt(desk, after, roster, under_way, quiet=quiet)


async def _doubt(desk: Desk, group: Group, roster: Roster, under_way: Sequence[Errand], *, quiet: bool) -> Group:
    """Who is missing twice in a row has left; the first time nobody is told anything."""
    found = doubtful(desk, group, roster, under_way)
    if not quiet:
        known = await desk.store.rosters.known_doubts(group.id)
        gone = [each for each in found if each.kind is MISSING and (each in known or _has_left(each, desk.company))]
        group = await let_go(desk, group, gone)
        found = doubtful(desk, group, roster, under_way)
    await raise_new(desk, group, found, unsaid=frozenset({MISSING}), quiet=quiet)
    return group


def _has_left(doubt: Doubt, company: Company) -> bool:
    return doubt.user is not None and has_left(doubt.user, company)
