"""What is odd in the directory, and whether an administrator was told of it."""

from collections.abc import Sequence

from bot.domain.nicknames.others import Doubt, Doubted, Field
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.people import NameDoubtRecord

BATCH = 500


class NameDoubtTable:
    async def replace(self, doubts: Sequence[Doubted], *, by: Act) -> None:
        rows = await NameDoubtRecord.all()
        known = {(row.user_id, row.field): row for row in rows}
        found = {(each.user, each.field.name): each for each in doubts}
        settled = [row.id for key, row in known.items() if key not in found or found[key].doubt.name != row.doubt]
        new = [each for key, each in found.items() if key not in known or known[key].doubt != each.doubt.name]
        if not settled and not new:
            return
        for start in range(0, len(settled), BATCH):
            await NameDoubtRecord.filter(id__in=settled[start : start + BATCH]).delete()
        await NameDoubtRecord.bulk_create([_row(each) for each in new], batch_size=BATCH)
        await trail.record(by, "names.doubted", "directory", new=len(new), settled=len(settled))

    async def untold(self) -> Sequence[Doubted]:
        return [_doubted(row) for row in await NameDoubtRecord.filter(told=False).order_by("id")]

    async def mark_told(self, *, by: Act) -> None:
        if told := await NameDoubtRecord.filter(told=False).update(told=True):
            await trail.record(by, "names.told", "directory", told=told)


def _row(each: Doubted) -> NameDoubtRecord:
    return NameDoubtRecord(user_id=each.user, field=each.field.name, doubt=each.doubt.name)


def _doubted(row: NameDoubtRecord) -> Doubted:
    return Doubted(UserId(row.user_id), Field[row.field], Doubt[row.doubt])
