"""How many notices readers had in a day, and what waits to be told together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from tortoise.expressions import F

from bot.shapes.records.digests import Held
from bot.storage.engine import locks, texts
from bot.storage.models.digests import HeldRecord, NoticeCountRecord

AT_ONCE: Final = 500  # rows of one statement
APP: Final = "*"  # whose row counts what the app said to all together; no account is called so

T = TypeVar("T")

_HAD: Final = "SELECT reader, times FROM notice_count WHERE day = ?2 AND room = ?3 AND reader IN {texts}"
_COUNT: Final = (
    "INSERT INTO notice_count (day, reader, room, times) SELECT ?2, value, ?3, 1 FROM {texts} AS readers WHERE true"
    " ON CONFLICT (day, reader, room) DO UPDATE SET times = notice_count.times + 1"
)


class DigestTable:
    async def had(self, day: date, readers: Collection[str], *, rooms: bool) -> Mapping[str, int]:
        rows = await texts.fetch(NoticeCountRecord, _HAD, sorted(set(readers)), day, rooms)
        return {row["reader"]: row["times"] for row in rows}

    async def count(self, day: date, readers: Collection[str], *, rooms: bool) -> None:
        await texts.execute(NoticeCountRecord, _COUNT, sorted(set(readers)), day, rooms)

    async def spent(self, day: date) -> int:
        return (await self.had(day, [APP], rooms=False)).get(APP, 0)

    async def spend(self, day: date, times: int) -> None:
        await locks.hold(NoticeCountRecord, f"spent:{day}")
        if not await NoticeCountRecord.filter(day=day, room=False, reader=APP).update(times=F("times") + times):
            await NoticeCountRecord.create(day=day, room=False, reader=APP, times=times)

    async def hold(self, posting: int, readers: Collection[str], due: datetime, *, rooms: bool) -> None:
        rows = [HeldRecord(posting=posting, reader=each, room=rooms, due=due) for each in sorted(set(readers))]
        await HeldRecord.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)

    async def due(self, now: datetime, most: int) -> Sequence[Held]:
        rows = await HeldRecord.filter(about="", due__lte=now).order_by("room", "reader", "id").limit(most + 1)
        held = [_held(row) for row in rows]
        if len(held) <= most:
            return held
        last = (held[-1].room, held[-1].reader)
        whole = [each for each in held if (each.room, each.reader) != last]
        return whole or held[:most]

    async def waiting_in(self, room: str, by: datetime) -> Sequence[Held]:
        rows = HeldRecord.filter(about="", due__lte=by, room=True, reader=room).order_by("id")
        return [_held(row) for row in await rows]

    async def next_due(self) -> datetime | None:
        row = await HeldRecord.filter(about="").order_by("due").first()
        return row.due if row else None

    async def settle(self, held: Collection[Held], about: str) -> None:
        for some in _slices([each.id for each in held]):
            await HeldRecord.filter(id__in=some).update(about=about)

    async def drop(self, posting: int) -> None:
        await HeldRecord.filter(posting=posting, about="").delete()

    async def of(self, posting: int) -> Sequence[Held]:
        return [_held(row) for row in await HeldRecord.filter(posting=posting).order_by("id")]

    async def forget(self, before: date) -> None:
        await NoticeCountRecord.filter(day__lt=before).delete()


def _slices(items: Collection[T]) -> Iterator[list[T]]:
    whole = list(items)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]


def _held(row: HeldRecord) -> Held:
    return Held(row.id, row.posting, row.reader, row.room, row.due, row.about)
