"""A group whose keepers have all left: whoever appoints for it is told after a day, and each working morning after
that, until somebody looks after it again."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.quiet import is_quiet
from bot.domain.groups.appointing import dismissed
from bot.domain.groups.changing import APPOINTING
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.groups.offices import appointers
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.wording import some_groups
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.records.groups import Unkept

KEEPING_JOB: Final = "group-keepers"
AFTER: Final = timedelta(hours=24)
AGAIN_AFTER: Final = timedelta(hours=12)  # the next morning, and not because something else made it look


async def look_after(desk: Desk) -> datetime | None:
    """When to look again before the next morning. Nothing while the directory is empty: everybody would have left."""
    if not desk.company.people:
        return None
    groups = {group.id: await _without_leavers(desk, group) for group in desk.company.groups}
    unkept = {id_: group for id_, group in groups.items() if not keepers_here(group, desk.company)}
    known = {each.group: each for each in await desk.store.unkept_groups.all()}
    await desk.store.unkept_groups.forget(known.keys() - unkept.keys(), by=desk.act)
    await desk.store.unkept_groups.note(unkept.keys() - known.keys(), by=desk.act)
    every = {id_: known.get(id_) or Unkept(id_, desk.now) for id_ in unkept}
    await _tell(desk, unkept, every)
    waiting = [each.since + AFTER for each in every.values() if each.told_at is None and each.since + AFTER > desk.now]
    return min(waiting, default=None)


async def _without_leavers(desk: Desk, group: Group) -> Group:
    """Who has left looks after nothing any more."""
    if all(map(desk.company.is_here, group.keepers)):
        return group
    now = await desk.store.groups.hold(group.id)
    gone = [user for user in sorted(now.keepers) if not desk.company.is_here(user)] if now else []
    if now is None or not gone:
        return now or group
    for user in gone:
        now = dismissed(now, user)
    await desk.store.groups.save(now, change="keeper_left", by=desk.act, people=gone)
    return now


async def _tell(desk: Desk, unkept: Mapping[GroupId, Group], known: Mapping[GroupId, Unkept]) -> None:
    """One message for each person of each office."""
    if is_quiet(desk.now, desk.company.pace.calendar):
        return
    due = [group for id_, group in unkept.items() if _is_due(known[id_], desk.now)]
    for user, groups in _by_reader(desk, due).items():
        desk.tell(ToPerson(user), Text(_words(groups)))
    await desk.store.unkept_groups.tell([group.id for group in due], by=desk.act)


def _is_due(each: Unkept, now: datetime) -> bool:
    return now >= (each.told_at + AGAIN_AFTER if each.told_at else each.since + AFTER)


def _by_reader(desk: Desk, groups: list[Group]) -> Mapping[UserId, list[Group]]:
    readers: dict[UserId, list[Group]] = {}
    for group in groups:
        for user in appointers(group, desk.company):
            readers.setdefault(user, []).append(group)
    return readers


def _words(groups: list[Group]) -> str:
    what = f"{some_groups(groups)}已经一天以上没有群管理员了，群里的事没有人管。"
    return f"{what}请任命新的群管理员（{APPOINTING}），例如：/任命群管 {groups[0].name} @某人"
