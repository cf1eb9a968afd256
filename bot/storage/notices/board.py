"""The editorial board."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from bot.domain.notices.board import OVER, Item
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.board import BoardItemRecord


class BoardTable:
    async def add(self, item: Item, *, by: Act) -> None:
        await BoardItemRecord.create(
            number=item.number,
            stage=item.stage,
            revision=item.revision,
            published_at=item.published_at,
            item=_json(item),
        )
        await trail.record(by, "board.added", f"board:{item.number}", stage=item.stage.name)

    async def get(self, number: str) -> Item | None:
        row = await BoardItemRecord.get_or_none(number=number)
        return _item(row) if row else None

    async def save(self, item: Item, *, was: Item, by: Act) -> bool:
        after = replace(item, revision=was.revision + 1)
        rows = BoardItemRecord.filter(number=was.number, revision=was.revision)
        values = {"stage": after.stage, "revision": after.revision, "published_at": after.published_at}
        if not await rows.update(**values, item=_json(after)):
            return False
        await trail.record(by, "board.moved", f"board:{item.number}", stage=item.stage.name)
        return True

    async def open(self) -> Sequence[Item]:
        rows = BoardItemRecord.exclude(stage__in=sorted(OVER)).order_by("number")
        return [_item(row) for row in await rows]

    async def published(self, start: datetime, end: datetime) -> Sequence[Item]:
        rows = BoardItemRecord.filter(published_at__gte=start, published_at__lt=end).order_by("published_at", "number")
        return [_item(row) for row in await rows]


def _json(item: Item) -> str:
    return msgspec.json.encode(item).decode()


def _item(row: BoardItemRecord) -> Item:
    return msgspec.json.decode(row.item, type=Item)
