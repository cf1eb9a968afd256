"""Which groups nobody looks after, since when, and when whoever appoints for them was told."""

from collections.abc import Collection, Sequence

from bot.identifiers import GroupId
from bot.shapes.act import Act
from bot.shapes.records.groups import Unkept
from bot.storage.audit import trail
from bot.storage.models.groups import UnkeptGroupRecord


class UnkeptGroupTable:
    async def all(self) -> Sequence[Unkept]:
        rows = await UnkeptGroupRecord.all().order_by("group_id")
        return [Unkept(GroupId(row.group_id), row.since, row.told_at) for row in rows]

    async def note(self, groups: Collection[GroupId], *, by: Act) -> None:
        for group in sorted(groups):
            await UnkeptGroupRecord.create(group_id=group, since=by.at)
            await trail.record(by, "group.unkept", f"group:{group}")

    async def tell(self, groups: Collection[GroupId], *, by: Act) -> None:
        for group in sorted(groups):
            await UnkeptGroupRecord.filter(group_id=group).update(told_at=by.at)
            await trail.record(by, "group.unkept_told", f"group:{group}")

    async def forget(self, groups: Collection[GroupId], *, by: Act) -> None:
        for group in sorted(groups):
            await UnkeptGroupRecord.filter(group_id=group).delete()
            await trail.record(by, "group.kept", f"group:{group}")
