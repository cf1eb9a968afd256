"""Tags, and who bears them. The trail has accounts: who was given which tag, by whom, and what WeCom took."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from tortoise.functions import Count

from bot.domain.finding.folding import fold
from bot.domain.tags.tag import TagState, Trouble, WorkTag
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.tags import TagBearerRecord, WorkTagRecord

AT_ONCE: Final = 500  # rows of one statement
ALL: Final = "work tags"  # one lock for all: a command and the night's job can't wait for each other


class WorkTagTable:
    async def all(self) -> Sequence[WorkTag]:
        return [_tag(row) for row in await WorkTagRecord.all().order_by("key")]

    async def hold(self, number: int) -> WorkTag | None:
        await locks.hold(WorkTagRecord, ALL)
        row = await WorkTagRecord.get_or_none(number=number)
        return _tag(row) if row else None

    async def named(self, name: str) -> WorkTag | None:
        row = await WorkTagRecord.get_or_none(key=fold(name))
        return _tag(row) if row else None

    async def make(self, name: str, *, by_rule: bool, by: Act) -> WorkTag:
        await locks.hold(WorkTagRecord, ALL)
        if known := await self.named(name):
            return known
        new = WorkTag(0, name, by_rule)
        row = await WorkTagRecord.create(**_columns(new), key=fold(name))
        await trail.record(by, "tag.made", f"tag:{row.number}", name=name, by_rule=by_rule)
        return _tag(row)

    async def save(self, tag: WorkTag, what: str, *, by: Act) -> None:
        await WorkTagRecord.filter(number=tag.number).update(**_columns(tag))
        await trail.record(by, f"tag.{what}", f"tag:{tag.number}", state=tag.state, trouble=tag.trouble.name)

    async def bearers(self, number: int) -> frozenset[UserId]:
        return await _users(number, wanted=True)

    async def losing(self, number: int) -> frozenset[UserId]:
        return await _users(number, wanted=False)

    async def counts(self) -> Mapping[int, int]:
        rows = TagBearerRecord.filter(wanted=True).annotate(many=Count("id")).group_by("tag")
        return {int(tag): int(many) for tag, many in await rows.values_list("tag", "many")}

    async def of(self, user: UserId) -> Sequence[WorkTag]:
        numbers = await TagBearerRecord.filter(user=user, wanted=True).values_list("tag", flat=True)
        return [_tag(row) for row in await WorkTagRecord.filter(number__in=list(numbers)).order_by("key")]

    async def give(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> int:
        await locks.hold(WorkTagRecord, ALL)
        new = sorted(set(users) - await self.bearers(tag.number))
        for some in _portions(new):
            await TagBearerRecord.filter(tag=tag.number, user__in=some).delete()
        rows = [TagBearerRecord(tag=tag.number, user=user, wanted=True, by=by.actor, at=by.at) for user in new]
        await TagBearerRecord.bulk_create(rows, batch_size=AT_ONCE)
        if new:
            await trail.record(by, "tag.given", f"tag:{tag.number}", users=new)
        return len(new)

    async def take(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> int:
        await locks.hold(WorkTagRecord, ALL)
        gone = sorted(set(users) & await self.bearers(tag.number))
        for some in _portions(gone):
            rows = TagBearerRecord.filter(tag=tag.number, user__in=some)
            await (rows.update(wanted=False, by=by.actor, at=by.at) if tag.wecom else rows.delete())
        if gone:
            await trail.record(by, "tag.taken", f"tag:{tag.number}", users=gone)
        return len(gone)

    async def lost(self, tag: WorkTag, users: Collection[UserId], *, by: Act) -> None:
        for some in _portions(sorted(users)):
            await TagBearerRecord.filter(tag=tag.number, user__in=some, wanted=False).delete()

    async def written(self, tag: WorkTag, added: Collection[UserId], removed: Collection[UserId], *, by: Act) -> None:
        await trail.record(by, "tag.written", f"tag:{tag.number}", added=sorted(added), removed=sorted(removed))


async def _users(number: int, *, wanted: bool) -> frozenset[UserId]:
    rows = TagBearerRecord.filter(tag=number, wanted=wanted).values_list("user", flat=True)
    return frozenset(UserId(str(user)) for user in await rows)


def _portions(users: Sequence[UserId]) -> Sequence[list[UserId]]:
    return [list(users[start : start + AT_ONCE]) for start in range(0, len(users), AT_ONCE)]


def _columns(tag: WorkTag) -> dict[str, Any]:
    return {
        "name": tag.name,
        "by_rule": tag.by_rule,
        "state": tag.state.name,
        "trouble": tag.trouble.name,
        "wecom": tag.wecom,
        "asked": tag.asked,
        "agreed": tag.agreed,
        "told": tag.told,
    }


def _tag(row: WorkTagRecord) -> WorkTag:
    return WorkTag(
        number=row.number,
        name=row.name,
        by_rule=row.by_rule,
        state=TagState[row.state],
        trouble=Trouble[row.trouble],
        wecom=row.wecom,
        asked=row.asked,
        agreed=row.agreed,
        told=row.told,
    )
