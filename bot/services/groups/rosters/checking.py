"""Whether what somebody said he did is so by WeCom's own list."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.services.approvals.kinds import Desk


async def unfounded(desk: Desk, group: Group, roster: Roster) -> Sequence[Errand]:
    """Those that aren't; those that are get noted. `group` is as it was registered when the list was read."""
    errands = [(errand, _is_so(errand, group, roster)) for errand in await desk.store.errands.done_unchecked(group.id)]
    for errand, so in errands:
        if so:
            await desk.store.errands.save(replace(errand, checked=True), was=ErrandState.DONE, by=desk.act)
    return [errand for errand, so in errands if so is False]


def _is_so(errand: Errand, group: Group, roster: Roster) -> bool | None:
    """None: the list doesn't tell, or the registry has moved on since, and nobody expects it any more."""
    people = frozenset(errand.people)
    match errand.deed:
        case Deed.ADD | Deed.REMOVE if errand.guest:
            return _is_guest_so(errand, group, roster)
        case Deed.ADD if people <= group.members:
            return people <= roster.members
        case Deed.REMOVE if people.isdisjoint(group.members):
            return people.isdisjoint(roster.members)
        case Deed.RENAME if roster.name is not None and group.name == errand.wish:
            return roster.name == errand.wish
        case Deed.HAND_OVER if roster.owner is not None and errand.people == (group.owner,):
            return roster.owner == group.owner
        case _:
            return None


def _is_guest_so(errand: Errand, group: Group, roster: Roster) -> bool | None:
    wanted = errand.deed is Deed.ADD
    if roster.guests is None or (group.guest(errand.guest) is not None) != wanted:
        return None
    return (errand.guest in roster.guests) == wanted
