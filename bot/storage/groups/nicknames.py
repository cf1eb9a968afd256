"""What people call themselves in which group, and who says so."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from tortoise.queryset import QuerySet

from bot.domain.nicknames.folding import fold, squeeze
from bot.domain.nicknames.known import Known, Reading, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.nicknames import NicknameReadingRecord, NicknameRecord, NicknameWishRecord

EVERYWHERE = ""
LONGEST = 128
PAGE = 2_000  # rows
_COLUMNS = ("holder", "group_id", "source", "nickname", "outsider", "at")


class NicknameTable:
    async def declare(self, known: Known, *, by: Act) -> None:
        words = {"nickname": known.nickname[:LONGEST], "key": _key(known.nickname), "at": known.at}
        await NicknameRecord.update_or_create(
            words, holder=known.holder, group_id=known.group or EVERYWHERE, source=known.source.name
        )
        await trail.record(by, "nickname.declared", f"person:{known.holder}", group=known.group)

    async def replace(self, group: GroupId, source: Source, known: Sequence[Known], *, by: Act) -> None:
        """The same list again only makes what it says newer."""
        rows = NicknameRecord.filter(group_id=group, source=source.name)
        before = {tuple(row) for row in await rows.values_list("holder", "nickname")}
        if before == {(each.holder, each.nickname[:LONGEST]) for each in known}:
            await rows.update(at=by.at)
            return
        await rows.delete()
        await NicknameRecord.bulk_create([_row(each) for each in known], batch_size=500)
        await trail.record(by, f"nickname.{source.name.lower()}", f"group:{group}", known=len(known))

    async def of_groups(self, groups: Collection[GroupId]) -> Sequence[Known]:
        newest: dict[tuple[str, str], Known] = {}
        for group in sorted({*groups, EVERYWHERE}):
            await _read(NicknameRecord.filter(group_id=group), newest)
        return list(newest.values())

    async def of_all(self) -> Sequence[Known]:
        newest: dict[tuple[str, str], Known] = {}
        await _read(NicknameRecord.all(), newest)
        return list(newest.values())

    async def users_of(self, nickname: str) -> Collection[UserId]:
        rows = await NicknameRecord.filter(key=_key(nickname), outsider=False).values_list("holder", flat=True)
        return {UserId(str(holder)) for holder in rows}

    async def note_reading(self, reading: Reading, *, by: Act) -> None:
        before = await NicknameReadingRecord.get_or_none(group_id=reading.group)
        values = {"at": reading.at, "granted": reading.granted}
        await NicknameReadingRecord.update_or_create(values, group_id=reading.group)
        if before and before.granted == reading.granted:
            return
        await trail.record(by, "nickname.reading", f"group:{reading.group}", granted=reading.granted)

    async def readings(self) -> Mapping[GroupId, Reading]:
        rows = await NicknameReadingRecord.all()
        return {GroupId(row.group_id): Reading(GroupId(row.group_id), row.at, row.granted) for row in rows}

    async def wish(self, group: GroupId, user: UserId) -> None:
        await NicknameWishRecord.get_or_create(group_id=group, user_id=user)

    async def take_wishes(self, group: GroupId) -> Sequence[UserId]:
        wishes = NicknameWishRecord.filter(group_id=group)
        users = [UserId(str(user)) for user in await wishes.order_by("id").values_list("user_id", flat=True)]
        await wishes.delete()
        return users


async def _read(wanted: QuerySet[NicknameRecord], newest: dict[tuple[str, str], Known]) -> None:
    """Of each person in each group, whatever the source. Page by page: the loop has others to serve, and there may be a
    hundred thousand."""
    last = 0
    while rows := await wanted.filter(id__gt=last).order_by("id").limit(PAGE).values_list("id", *_COLUMNS):
        last = rows[-1][0]
        for _, *row in rows:
            _take(newest, _known(*row))


def _take(newest: dict[tuple[str, str], Known], known: Known) -> None:
    place = known.holder, known.group or EVERYWHERE
    if place not in newest or newest[place].at <= known.at:
        newest[place] = known


def _known(holder: str, group: str, source: str, nickname: str, outsider: int, at: datetime) -> Known:
    return Known(UserId(holder), nickname, Source[source], at, GroupId(group) if group else None, bool(outsider))


def _row(known: Known) -> NicknameRecord:
    return NicknameRecord(
        holder=known.holder,
        group_id=known.group or EVERYWHERE,
        source=known.source.name,
        nickname=known.nickname[:LONGEST],
        key=_key(known.nickname),
        outsider=known.outsider,
        at=known.at,
    )


def _key(nickname: str) -> str:
    return squeeze(fold(nickname))[:LONGEST]
