"""When something was last seen in each group. A night looks through the day before it, by numbers of rows."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Final

from tortoise.expressions import Q

from bot.domain.groups.idling import Answer, Watch
from bot.identifiers import ChatId, GroupId
from bot.shapes.act import Act
from bot.shapes.records.groups import Signs
from bot.storage.audit import trail
from bot.storage.engine.places import first_at
from bot.storage.engine.times import to_ms
from bot.storage.models.groups import GroupWatchRecord
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Inbox
from bot.storage.models.receipts import PostingRecord

_GROUP: Final = "group:"
_BY_ITSELF: Final = ("job:", "configuration")
_OWN: Final = frozenset({"unkept", "unkept_told", "kept", "asked_about", "needed", "watched"})


class GroupWatchTable:
    async def all(self) -> Mapping[GroupId, Watch]:
        return {GroupId(row.group_id): _watch(row) for row in await GroupWatchRecord.all()}

    async def get(self, group: GroupId) -> Watch | None:
        row = await GroupWatchRecord.get_or_none(group_id=group)
        return _watch(row) if row else None

    async def signs(self, begins: datetime, ends: datetime) -> Signs:
        posted = await PostingRecord.filter(begun_at__gte=begins, begun_at__lt=ends).values_list("groups", flat=True)
        groups = {GroupId(each) for some in posted for each in _texts(some)}
        return Signs(await _chats(begins, ends), frozenset(groups | await _changed(begins, ends)))

    async def note(self, groups: Collection[GroupId], seen: Collection[GroupId], day: date) -> None:
        known = await self.all()
        new = [GroupWatchRecord(group_id=each, since=day) for each in sorted(groups) if each not in known]
        await GroupWatchRecord.bulk_create(new, batch_size=500)
        earlier = Q(seen=None) | Q(seen__lt=day)
        await GroupWatchRecord.filter(earlier, group_id__in=sorted(seen)).update(seen=day)

    async def ask(self, groups: Collection[GroupId], month: str, *, by: Act) -> None:
        for group in sorted(groups):
            await GroupWatchRecord.filter(group_id=group).update(asked=month, answer=None, answered_on=None)
            await trail.record(by, "group.asked_about", f"{_GROUP}{group}", month=month)

    async def answer(self, group: GroupId, month: str, answer: Answer, *, by: Act) -> bool:
        row = GroupWatchRecord.filter(group_id=group, asked=month, answer=None)
        if not await row.update(answer=answer.name, answered_on=by.at.date()):
            return False
        await trail.record(by, "group.needed", f"{_GROUP}{group}", answer=answer.name)
        return True

    async def forget(self, groups: Collection[GroupId]) -> None:
        await GroupWatchRecord.filter(group_id__in=sorted(groups)).delete()


async def _chats(begins: datetime, ends: datetime) -> frozenset[ChatId]:
    """Where somebody said something to the bot or pressed a button, out of the messages' own JSON."""
    first = await first_at(Inbox, "received_at", to_ms(begins))
    after = await first_at(Inbox, "received_at", to_ms(ends))
    database = Inbox._meta.db
    postgres = database.capabilities.dialect == "postgres"
    mark = "$" if postgres else "?"
    chat = "payload::json->1->>'chat'" if postgres else "json_extract(payload, '$[1].chat')"
    sql = (
        f"SELECT DISTINCT {chat} AS chat FROM inbox"  # noqa: S608 - our own words
        f" WHERE id >= {mark}1 AND id < {mark}2 AND payload LIKE '[%'"
    )
    rows = await database.execute_query_dict(sql, [first, after])
    return frozenset(ChatId(str(row["chat"])) for row in rows if row["chat"])


async def _changed(begins: datetime, ends: datetime) -> set[GroupId]:
    """Groups that somebody changed, or came to, or left."""
    first, after = await first_at(Trail, "at", begins), await first_at(Trail, "at", ends)
    rows = Trail.filter(id__gte=first, id__lt=after, subject__startswith=_GROUP)
    found = await rows.values_list("subject", "actor", "action")
    return {
        GroupId(str(subject).removeprefix(_GROUP))
        for subject, actor, action in found
        if not str(actor).startswith(_BY_ITSELF) and str(action).rpartition(".")[2] not in _OWN
    }


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _watch(row: GroupWatchRecord) -> Watch:
    return Watch(
        group=GroupId(row.group_id),
        since=row.since,
        seen=row.seen,
        asked=row.asked,
        answer=Answer[row.answer] if row.answer else None,
        answered_on=row.answered_on,
    )
