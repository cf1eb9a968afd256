"""Safety equipment: each word on a piece is a row, so it stays on record when it was checked; the last one counts."""

from collections.abc import Iterable, Sequence

from bot.domain.safety.equipment.equipment import Equipment
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.equipment import EquipmentRecord


class EquipmentTable:
    async def note(self, pieces: Iterable[Equipment], *, by: Act) -> None:
        rows = [_row(each, by) for each in pieces]
        await EquipmentRecord.bulk_create(rows, batch_size=500)
        await trail.record(by, "equipment.noted", "equipment", pieces=len(rows))

    async def scrap(self, area: str, name: str, *, by: Act) -> bool:
        found = next((each for each in await self.all() if each.key == (area, name)), None)
        if found is None:
            return False
        row = _row(found, by)
        row.scrapped = True
        await row.save()
        await trail.record(by, "equipment.scrapped", "equipment")
        return True

    async def all(self) -> Sequence[Equipment]:
        last = {(row.area, row.name): row for row in await EquipmentRecord.all().order_by("id")}
        return [
            Equipment(row.area, row.name, row.due, row.months) for _, row in sorted(last.items()) if not row.scrapped
        ]


def _row(piece: Equipment, by: Act) -> EquipmentRecord:
    return EquipmentRecord(
        area=piece.area, name=piece.name, due=piece.due, months=piece.months, scrapped=False, at=by.at, by=by.actor
    )
