"""Something was done to a group in WeCom, or can't be: the registry follows, and who is concerned is told once."""

from dataclasses import replace

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group, GroupState, Guest
from bot.domain.groups.keeping import keepers_here
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.joining import welcome
from bot.services.groups.errands.winding_up import wind_up
from bot.services.groups.rosters.wanting import read_soon
from bot.services.groups.wording import concerns, done, failed, handed_over, quit_of
from bot.shapes.outgoing import Text, ToPerson


async def finish(desk: Desk, errand: Errand, group: Group, *, by: UserId | None) -> bool:
    """It is done, by the app where `by` is None. False: somebody was quicker."""
    after = replace(errand, state=ErrandState.DONE, by=by, due_at=None, checked=None)
    if not await desk.store.errands.save(after, was=errand.state, by=desk.act):
        return False
    now = await _written(desk, after, group)
    _tell(desk, after, now, done(after, now, desk.company), again=errand.checked is False)
    if errand.deed is Deed.ADD and not errand.guest:
        await welcome(desk, now, errand.people)
    if errand.deed is Deed.DISSOLVE:
        await wind_up(desk, now, after)
    if errand.deed is Deed.HAND_OVER:
        _tell_former_owner(desk, after, group)
    if errand.moves_people:
        out = errand.deed is Deed.REMOVE
        await desk.store.rosters.decided(group.id, errand.people, errand.guest, out=out, by=desk.act)
    if by is not None:
        await read_soon(desk, now)
    return True


async def give_up(desk: Desk, errand: Errand, group: Group, *, by: UserId) -> bool:
    """Whoever was asked can't. False: somebody was quicker."""
    after = replace(errand, state=ErrandState.FAILED, by=by, due_at=None)
    if not await desk.store.errands.save(after, was=errand.state, by=desk.act):
        return False
    if errand.deed is Deed.MAKE:
        await desk.store.groups.save(replace(group, state=GroupState.CLOSED), change="not_made", by=desk.act)
    if errand.asker != by or not errand.moves_people:
        desk.tell(ToPerson(errand.asker), Text(f"{errand.cause} {failed(after, group, desk.company)}"))
    return True


def _tell(desk: Desk, errand: Errand, group: Group, words: str, *, again: bool) -> None:
    """The asker by the number that he knows; who came or went, in words of his own, unless it was said to be done
    before and wasn't: he has heard of it. Who moved people himself was answered by his card."""
    if desk.company.is_here(errand.asker) and (errand.asker != errand.by or not errand.moves_people):
        desk.tell(ToPerson(errand.asker), Text(f"{errand.cause} {words}"))
    if again:
        return
    own = concerns(errand, group, desk.company)
    for user in errand.people:
        if own and user not in (errand.asker, errand.by) and desk.company.is_here(user):
            desk.tell(ToPerson(user), Text(own))
    if errand.is_own_wish and errand.deed is Deed.REMOVE:
        for keeper in keepers_here(group, desk.company):
            desk.tell(ToPerson(keeper), Text(quit_of(errand, group, desk.company)))


def _tell_former_owner(desk: Desk, errand: Errand, group: Group) -> None:
    """Others may have asked for it, and the app does it without him. `group`: as it was."""
    owner = group.owner
    if owner and owner not in (errand.asker, errand.by, *errand.people) and desk.company.is_here(owner):
        desk.tell(ToPerson(owner), Text(handed_over(errand, group, desk.company)))


async def _written(desk: Desk, errand: Errand, group: Group) -> Group:
    """The registry, as it is now."""
    groups, act = desk.store.groups, desk.act
    match errand.deed:
        case Deed.MAKE:
            after = replace(group, state=GroupState.IN_USE)
            if errand.by:  # WeCom makes whoever makes it the owner
                after = replace(after, app_chat=None, owner=errand.by)
            await groups.save(after, change="made", by=act)
        case Deed.ADD if errand.guest:
            guest = Guest(errand.guest, errand.asker, errand.expires_on)
            await groups.admit(group.id, guest, cause=errand.cause, by=act)
            after = group
        case Deed.ADD:
            await groups.join(group.id, errand.people, cause=errand.cause, exempt=errand.exempt, by=act)
            after = replace(group, members=group.members | set(errand.people))
        case Deed.REMOVE if errand.guest:
            await groups.dismiss(group.id, errand.guest, cause=errand.cause, by=act)
            after = group
        case Deed.REMOVE:
            after = await _removed(desk, errand, group)
        case Deed.RENAME:
            after = replace(group, name=errand.wish, aliases=tuple(dict.fromkeys((*group.aliases, group.name))))
            await groups.save(after, change="renamed", by=act)
        case Deed.HAND_OVER:
            after = replace(group, owner=errand.people[0])
            await groups.save(after, change="handed_over", by=act)
        case Deed.DISSOLVE:
            after = replace(group, state=GroupState.CLOSED, bot_chat=None)
            await groups.save(after, change="closed", by=act)
        case Deed.GREET:
            after = group
    return after


async def _removed(desk: Desk, errand: Errand, group: Group) -> Group:
    gone = frozenset(errand.people)
    await desk.store.groups.leave(group.id, gone, cause=errand.cause, by=desk.act)
    after = replace(group, members=group.members - gone, admins=group.admins - gone, deputies=group.deputies - gone)
    if after.keepers != group.keepers:
        await desk.store.groups.save(after, change="keeper_left", by=desk.act)
    return after
