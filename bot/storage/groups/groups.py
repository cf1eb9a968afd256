"""The registry of groups: what is known of each, and who is in it.

What the configuration declares is taken over at each start, field by field and only where it changed since the last
one: so the last who said something counts, whether in the file or in chat.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from tortoise.expressions import F

from bot.domain.groups.group import Group, GroupState, Guest
from bot.domain.notices.topics import Topic
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.records.groups import Membership
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.groups.memberships import Members, members_of
from bot.storage.models.groups import GuestRecord, MembershipRecord, WorkGroupRecord

DECLARED: Final = "配置"  # why somebody is a member whom the configuration names
AT_ONCE: Final = 5_000  # rows of one statement


class GroupTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def get(self, group: GroupId) -> Group | None:
        return await _whole(await WorkGroupRecord.get_or_none(id=group))

    async def hold(self, group: GroupId) -> Group | None:
        return await _whole(await WorkGroupRecord.select_for_update().get_or_none(id=group))

    async def named(self, name: str) -> Group | None:
        for row in await WorkGroupRecord.exclude(state=GroupState.CLOSED).only("id", "name", "aliases"):
            if name == row.name or name in row.aliases:
                return await self.get(GroupId(row.id))
        return None

    async def in_chat(self, chat: ChatId) -> Group | None:
        return await _whole(await WorkGroupRecord.get_or_none(bot_chat=chat))

    async def closed(self) -> Sequence[Group]:
        ids = await WorkGroupRecord.filter(state=GroupState.CLOSED).values_list("id", flat=True)
        return sorted(await self.read([GroupId(str(id_)) for id_ in ids]), key=lambda group: group.name)

    async def versions(self) -> Mapping[GroupId, int]:
        """Of those in use. Every change makes one of them grow."""
        rows = await WorkGroupRecord.filter(state=GroupState.IN_USE).order_by("id").values_list("id", "version")
        return {GroupId(id_): version for id_, version in rows}

    async def read(self, groups: Collection[GroupId]) -> Sequence[Group]:
        rows = await WorkGroupRecord.filter(id__in=list(groups)).order_by("id")
        members = await members_of(groups)
        guests = await _guests(groups)
        return [_group(row, members.get(row.id, Members()), guests.get(row.id, ())) for row in rows]

    async def add(self, group: Group, *, cause: str, by: Act) -> None:
        self.writes += 1
        await WorkGroupRecord.create(id=group.id, **_columns(group))
        await _enter(group.id, group.members - group.exempt, cause, by.at)
        await _enter(group.id, group.exempt, cause, by.at, exempt=True)
        for guest in group.guests:
            await _let_in(group.id, guest, cause, by.at)
        await trail.record(by, "group.added", _subject(group.id), kind=group.kind, cause=cause)

    async def save(self, group: Group, *, change: str, by: Act, people: Collection[UserId] = ()) -> None:
        await self._touch(group.id)
        await WorkGroupRecord.filter(id=group.id).update(**_columns(group))
        about = {"people": sorted(people)} if people else {}
        await trail.record(by, f"group.{change}", _subject(group.id), **about)

    async def join(
        self, group: GroupId, users: Collection[UserId], *, cause: str, by: Act, exempt: bool = False
    ) -> frozenset[UserId]:
        rows = MembershipRecord.filter(group_id=group, user__in=list(users))
        known = {row.user: row for row in await rows}
        new = frozenset(users) - known.keys()
        allowed = [row.id for row in known.values() if exempt and not row.exempt]
        if allowed:
            await MembershipRecord.filter(id__in=allowed).update(exempt=True, cause=cause)
        if not new and not allowed:
            return new
        await self._touch(group)
        await _enter(group, new, cause, by.at, exempt=exempt)
        await trail.record(by, "group.joined", _subject(group), people=sorted(new), cause=cause)
        return new

    async def leave(self, group: GroupId, users: Collection[UserId], *, cause: str, by: Act) -> frozenset[UserId]:
        rows = await MembershipRecord.filter(group_id=group, user__in=list(users))
        if not rows:
            return frozenset()
        await self._touch(group)
        await MembershipRecord.filter(id__in=[row.id for row in rows]).delete()
        left = frozenset(UserId(row.user) for row in rows)
        await trail.record(by, "group.left", _subject(group), people=sorted(left), cause=cause)
        return left

    async def admit(self, group: GroupId, guest: Guest, *, cause: str, by: Act) -> None:
        await self._touch(group)
        await _let_in(group, guest, cause, by.at)
        until = guest.expires_on.isoformat() if guest.expires_on else None
        await trail.record(by, "group.admitted", _subject(group), sponsor=guest.sponsor, until=until, cause=cause)

    async def dismiss(self, group: GroupId, guest: str, *, cause: str, by: Act) -> bool:
        if not await GuestRecord.filter(group_id=group, name=guest).delete():
            return False
        await self._touch(group)
        await trail.record(by, "group.dismissed", _subject(group), cause=cause)
        return True

    async def memberships(self, group: GroupId) -> Sequence[Membership]:
        rows = await MembershipRecord.filter(group_id=group).order_by("user")
        return [Membership(UserId(row.user), row.cause, row.since, row.exempt) for row in rows]

    async def declare(self, groups: Iterable[Group], *, by: Act) -> None:
        """Take over what the configuration says, where that is new."""
        await locks.hold(WorkGroupRecord, "groups declared")  # of several that start, one declares
        rows = {row.id: row for row in await WorkGroupRecord.all()}
        for group in groups:
            row = rows.get(group.id)
            if row is None:
                await self.add(group, cause=DECLARED, by=by)
                await WorkGroupRecord.filter(id=group.id).update(declared=_declared(group))
            elif row.declared != _declared(group):
                await self._declare_anew(group, row, by)

    async def _declare_anew(self, group: Group, row: WorkGroupRecord, by: Act) -> None:
        before, now = row.declared or {}, _declared(group)
        changed = {name: value for name, value in now.items() if before.get(name) != value}
        for name in changed.keys() - {"members"}:
            setattr(row, name, changed[name])
        row.declared = now
        row.version += 1
        await row.save()
        self.writes += 1
        await trail.record(by, "group.declared", _subject(group.id), fields=sorted(changed))
        if "members" in changed:
            listed = set(before.get("members", ()))
            await self.join(group.id, group.members - listed, cause=DECLARED, by=by)
            await self.leave(group.id, frozenset(map(UserId, listed)) - group.members, cause=DECLARED, by=by)

    async def _touch(self, group: GroupId) -> None:
        self.writes += 1
        await WorkGroupRecord.filter(id=group).update(version=F("version") + 1)


async def _whole(row: WorkGroupRecord | None) -> Group | None:
    if row is None:
        return None
    members, guests = await members_of([GroupId(row.id)]), await _guests([GroupId(row.id)])
    return _group(row, members.get(row.id, Members()), guests.get(row.id, ()))


async def _guests(groups: Collection[GroupId]) -> Mapping[str, Sequence[Guest]]:
    guests: dict[str, list[Guest]] = {}
    for row in await GuestRecord.filter(group_id__in=list(groups)).order_by("id"):
        sponsor = UserId(row.sponsor) if row.sponsor else None
        guests.setdefault(row.group_id, []).append(Guest(row.name, sponsor, row.expires_on))
    return guests


async def _enter(group: GroupId, users: Collection[UserId], cause: str, at: datetime, *, exempt: bool = False) -> None:
    rows = [MembershipRecord(group_id=group, user=user, cause=cause, since=at, exempt=exempt) for user in sorted(users)]
    await MembershipRecord.bulk_create(rows, batch_size=AT_ONCE)


async def _let_in(group: GroupId, guest: Guest, cause: str, at: datetime) -> None:
    said = {"sponsor": guest.sponsor, "expires_on": guest.expires_on, "cause": cause}
    await GuestRecord.update_or_create(group_id=group, name=guest.name, defaults={**said, "since": at})


def _columns(group: Group) -> dict[str, Any]:
    return {
        "state": group.state,
        "founding": group.founding,
        **{name: value for name, value in _declared(group).items() if name != "members"},
    }


def _declared(group: Group) -> dict[str, Any]:
    """What a configuration can say of it, as columns have it."""
    return {
        "name": group.name,
        "kind": group.kind,
        "aliases": list(group.aliases),
        "purpose": group.purpose,
        "departments": list(group.departments),
        "owner": group.owner,
        "admins": sorted(group.admins),
        "deputies": sorted(group.deputies),
        "members": sorted(group.members),
        "mandatory": group.mandatory,
        "bot_chat": group.bot_chat,
        "app_chat": group.app_chat,
        "subscribes": sorted(group.subscribes),
    }


def _group(row: WorkGroupRecord, members: Members, guests: Sequence[Guest]) -> Group:
    return Group(
        id=GroupId(row.id),
        name=row.name,
        kind=row.kind,
        aliases=tuple(row.aliases),
        purpose=row.purpose,
        departments=tuple(row.departments),
        owner=UserId(row.owner) if row.owner else None,
        admins=frozenset(map(UserId, row.admins)),
        deputies=frozenset(map(UserId, row.deputies)),
        members=members.all,
        exempt=members.exempt,
        guests=tuple(guests),
        mandatory=row.mandatory,
        bot_chat=ChatId(row.bot_chat) if row.bot_chat else None,
        app_chat=ChatId(row.app_chat) if row.app_chat else None,
        subscribes=frozenset(map(Topic, row.subscribes)),
        state=GroupState(row.state),
        founding=row.founding,
    )


def _subject(group: GroupId) -> str:
    return f"group:{group}"
