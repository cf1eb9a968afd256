"""What people changed in the client: the registry follows WeCom's list where there is nothing to ask."""

from collections.abc import Collection
from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, entitled, has_left
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.names import ensure_name, twin
from bot.domain.groups.offices import appointers
from bot.domain.groups.roster import FIRST_READING, READ, Roster
from bot.errors import UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.joining import welcome
from bot.services.groups.rosters.wording import gone_by_themselves, renamed
from bot.shapes.outgoing import Text, ToPerson


async def follow(desk: Desk, group: Group, roster: Roster) -> Group:
    """The group's new name and owner; who came in by right. Where nobody was registered, all are taken over as they
    are, without a word: there is nothing yet to compare them with. The same for the outsiders of its first list."""
    after = await _called(desk, group, roster)
    if not group.guests and (await desk.store.rosters.get(group.id)).at is None:
        after = await _take_over_guests(desk, after, roster)
    if not group.members:
        await desk.store.groups.join(group.id, roster.members, cause=FIRST_READING, by=desk.act)
        return replace(after, members=roster.members)
    at_home = (roster.members & group.keepers) - group.members
    came = entitled(group, desk.company, roster)
    await desk.store.groups.join(group.id, at_home | came, cause=READ, by=desk.act)
    if came:
        await welcome(desk, after, came)
    return replace(after, members=group.members | at_home | came)


async def let_go(desk: Desk, group: Group, gone: Collection[Doubt]) -> Group:
    """Whom WeCom's list misses for certain. Leavers go without a word."""
    users = frozenset(doubt.user for doubt in gone if doubt.user)
    guests = frozenset(doubt.guest for doubt in gone if doubt.guest)
    if not users and not guests:
        return group
    await desk.store.groups.leave(group.id, users, cause=READ, by=desk.act)
    for guest in sorted(guests):
        await desk.store.groups.dismiss(group.id, guest, cause=READ, by=desk.act)
    after = _without(group, users, guests)
    if after.keepers != group.keepers:
        await desk.store.groups.save(after, change="keeper_left", by=desk.act)
    still_here = frozenset(user for user in users if not has_left(user, desk.company))
    if still_here or guests:
        words = gone_by_themselves(group, still_here, guests, desk.company)
        also = appointers(group, desk.company) if after.keepers != group.keepers else ()
        for keeper in dict.fromkeys([*keepers_of(after, desk.company), *also]):
            desk.tell(ToPerson(keeper), Text(words))
    return after


async def _take_over_guests(desk: Desk, group: Group, roster: Roster) -> Group:
    guests = tuple(Guest(name) for name in sorted(roster.guests or ()))
    for guest in guests:
        await desk.store.groups.admit(group.id, guest, cause=FIRST_READING, by=desk.act)
    return replace(group, guests=guests)


async def _called(desk: Desk, group: Group, roster: Roster) -> Group:
    after = replace(group, owner=roster.owner or group.owner)
    if roster.name is not None and roster.name != group.name:
        others = tuple(name for name in dict.fromkeys((*group.aliases, group.name)) if name != roster.name)
        after = replace(after, name=roster.name, aliases=others)
    if after == group:
        return group
    await desk.store.groups.save(after, change="seen", by=desk.act)
    if after.name != group.name:
        words = renamed(after, group.name, _broken(after, desk.company))
        for keeper in keepers_of(after, desk.company):
            desk.tell(ToPerson(keeper), Text(words))
    return after


def _broken(group: Group, company: Company) -> str:
    """What is wrong with the name that somebody gave it; empty where nothing is."""
    if other := twin(group.name, [each for each in company.groups if each.id != group.id]):
        return f"这个名字和另一个群「{other.name}」分不清。请换一个，发 /改群名。"
    try:
        ensure_name(group.name, company, company.group_type(group.kind))
    except UserError as error:
        return error.sentence
    return ""


def _without(group: Group, users: Collection[UserId], guests: Collection[str]) -> Group:
    return replace(
        group,
        members=group.members.difference(users),
        admins=group.admins.difference(users),
        deputies=group.deputies.difference(users),
        guests=tuple(guest for guest in group.guests if guest.name not in guests),
    )
