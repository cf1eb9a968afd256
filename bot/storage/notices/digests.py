"""How many notices readers had in a day, and what waits to be told together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final, TypeVar

from tortoise.expressions import F

from bot.shapes.records.digests import Held
from bot.storage.engine import locks
from bot.storage.models.digests import HeldRecord, NoticeCountRecord

AT_ONCE: Final = 500  # rows of one statement
APP: Final = "*"  # whose row counts what the app said to all together; no account is called so

T = TypeVar("T")


class DigestTable:
    async def had(self, day: date, readers: Collection[str], *, rooms: bool) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for some in _slices(readers):
            rows = NoticeCountRecord.filter(day=day, room=rooms, reader__in=some)
            found.update({str(reader): int(str(times)) for reader, times in await rows.values_list("reader", "times")})
        return found

    async def count(self, day: date, readers: Collection[str], *, rooms: bool) -> None:
        known = await self.had(day, readers, rooms=rooms)
        for some in _slices(known):
            rows = NoticeCountRecord.filter(day=day, room=rooms, reader__in=some)
            await rows.update(times=F("times") + 1)
        new = [NoticeCountRecord(day=day, reader=each, room=rooms, times=1) for each in sorted({*readers} - {*known})]
        await NoticeCountRecord.bulk_create(new, batch_size=AT_ONCE)

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
