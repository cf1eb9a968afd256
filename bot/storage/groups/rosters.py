"""The last list of each group, what is to be read or looked at next, and which doubts are known."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.roster import Reading, Roster
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.rosters import GroupDoubtRecord, RosterRecord

AT_ONCE: Final = 500  # rows of one statement
LONGEST_NAME: Final = 128
LONGEST_GUEST: Final = 64
LONGEST_WHY: Final = 200


class RosterTable:
    async def get(self, group: GroupId) -> Reading:
        row = await RosterRecord.get_or_none(group_id=group)
        if row is None:
            return Reading(group)
        told_by = UserId(row.told_by) if row.told_by else None
        return Reading(group, _roster(row) if row.at else None, row.at, told_by, row.refused, row.looked_at, row.is_new)

    async def keep(
        self, group: GroupId, roster: Roster, *, told_by: UserId | None = None, is_new: bool = False, by: Act
    ) -> None:
        before = (await self.get(group)).roster
        state = {"at": by.at, "told_by": told_by, "is_new": is_new, "refused": "", "wanted": False}
        columns = {**_columns(roster), **state}
        await RosterRecord.update_or_create(columns, group_id=group)
        if before != roster:
            known = {"members": len(roster.members), "told": told_by is not None}
            await trail.record(by, "roster.kept", f"group:{group}", **known)

    async def refuse(self, group: GroupId, why: str, *, by: Act) -> None:
        why = why[:LONGEST_WHY]
        news = (await self.get(group)).refused != why
        await RosterRecord.update_or_create({"refused": why, "wanted": False}, group_id=group)
        if news:
            await trail.record(by, "roster.refused", f"group:{group}", why=why)

    async def want(self, groups: Collection[GroupId]) -> None:
        await _flag(groups, wanted=True)

    async def wanted(self) -> Sequence[GroupId]:
        rows = RosterRecord.filter(wanted=True).order_by("group_id")
        return [GroupId(str(group)) for group in await rows.values_list("group_id", flat=True)]

    async def dismiss_want(self, groups: Collection[GroupId]) -> None:
        for some in _portions(groups):
            await RosterRecord.filter(group_id__in=some).update(wanted=False)

    async def look(self, groups: Collection[GroupId]) -> None:
        await _flag(groups, to_look=True)

    async def to_look(self, limit: int) -> Sequence[GroupId]:
        rows = RosterRecord.filter(to_look=True).order_by("group_id").limit(limit)
        return [GroupId(str(group)) for group in await rows.values_list("group_id", flat=True)]

    async def looked(self, group: GroupId, *, known: bool = True) -> None:
        state = {"to_look": False, "looked_at": True} if known else {"to_look": False}
        await RosterRecord.update_or_create(state, group_id=group)

    async def wish(self, group: GroupId, user: UserId) -> None:
        row, _ = await RosterRecord.get_or_create(group_id=group)
        wishes = list(dict.fromkeys([*row.wishes, user]))
        await RosterRecord.filter(group_id=group).update(wishes=wishes)

    async def take_wishes(self, group: GroupId) -> Sequence[UserId]:
        row = await RosterRecord.get_or_none(group_id=group)
        if row is None or not row.wishes:
            return ()
        await RosterRecord.filter(group_id=group).update(wishes=[])
        return [UserId(user) for user in row.wishes]

    async def known_doubts(self, group: GroupId) -> Collection[Doubt]:
        return [_doubt(row) for row in await GroupDoubtRecord.filter(group_id=group).order_by("id")]

    async def replace_doubts(self, group: GroupId, found: Sequence[Doubt], *, tell: bool, by: Act) -> Sequence[Doubt]:
        rows = {_doubt(row): row for row in await GroupDoubtRecord.filter(group_id=group)}
        doubts = {_key(doubt): doubt for doubt in found}
        new = [doubt for key, doubt in doubts.items() if key not in rows]
        settled = [row.id for key, row in rows.items() if key not in doubts]
        untold = [doubt for key, doubt in doubts.items() if key not in rows or not rows[key].told]
        for some in _portions(settled):
            await GroupDoubtRecord.filter(id__in=some).delete()
        await GroupDoubtRecord.bulk_create([_row(group, doubt, by.at) for doubt in new], batch_size=AT_ONCE)
        if tell and untold:
            await GroupDoubtRecord.filter(group_id=group, told=False).update(told=True)
        if new or settled:
            await trail.record(by, "group.doubted", f"group:{group}", new=len(new), settled=len(settled))
        return untold

    async def decided(self, group: GroupId, users: Collection[UserId], guest: str = "", *, out: bool, by: Act) -> None:
        for some in _portions(users):
            await GroupDoubtRecord.filter(group_id=group, user__in=some).delete()
        if guest:
            await GroupDoubtRecord.filter(group_id=group, guest=guest[:LONGEST_GUEST]).delete()
        if out:
            rows = [_row(group, Doubt(DoubtKind.NEWCOMER, user), by.at, told=True) for user in users]
            await GroupDoubtRecord.bulk_create(rows, batch_size=AT_ONCE)


async def _flag(groups: Collection[GroupId], **flags: bool) -> None:
    for some in _portions(groups):
        rows = [RosterRecord(group_id=group) for group in some]
        await RosterRecord.bulk_create(rows, ignore_conflicts=True)
        await RosterRecord.filter(group_id__in=some).update(**flags)


def _portions(keys: Collection[Any]) -> Sequence[Sequence[Any]]:
    listed = list(keys)
    return [listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE)]


def _columns(roster: Roster) -> dict[str, Any]:
    return {
        "members": sorted(roster.members),
        "maybe": sorted(roster.maybe),
        "guests": None if roster.guests is None else sorted(roster.guests),
        "owner": roster.owner,
        "name": roster.name[:LONGEST_NAME] if roster.name is not None else None,
    }


def _roster(row: RosterRecord) -> Roster:
    return Roster(
        members=frozenset(map(UserId, row.members)),
        guests=None if row.guests is None else frozenset(row.guests),
        owner=UserId(row.owner) if row.owner else None,
        name=row.name,
        maybe=frozenset(map(UserId, row.maybe)),
    )


def _key(doubt: Doubt) -> Doubt:
    return replace(doubt, guest=doubt.guest[:LONGEST_GUEST], why="")


def _doubt(row: GroupDoubtRecord) -> Doubt:
    return Doubt(DoubtKind(row.kind), UserId(row.user) if row.user else None, row.guest)


def _row(group: GroupId, doubt: Doubt, at: datetime, *, told: bool = False) -> GroupDoubtRecord:
    key = _key(doubt)
    who = {"user": key.user or "", "guest": key.guest}
    return GroupDoubtRecord(group_id=group, kind=key.kind, found_at=at, told=told, **who)
