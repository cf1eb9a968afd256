"""What content checks found. The words are under seal, and gone once somebody has decided."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, Final

from tortoise.expressions import Q

from bot.domain.moderation.content.item import ONE_FOR, ContentItem, ItemState, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.content import ArchivePlaceRecord, ContentItemRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

_BETWEEN: Final = "、"
_THE_ONE: Final = 1
_WAITING: Final = (ItemState.OPEN, ItemState.UPHELD)


class ContentItemTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, item: ContentItem, text: str, *, by: Act) -> None:
        sealed = self._seal.seal_text(text, _subject(item.number))
        await ContentItemRecord.create(number=item.number, sealed=sealed, **_columns(item))
        await trail.record(by, "content.found", _subject(item.number), category=item.category, source=item.source.name)

    async def get(self, number: str, now: datetime) -> ContentItem | None:
        row = await ContentItemRecord.get_or_none(number=number)
        return _item(row, now.tzinfo) if row else None

    async def text(self, number: str) -> str | None:
        row = await ContentItemRecord.get_or_none(number=number)
        if row is None or not row.sealed:
            return None
        try:
            return self._seal.open_text(row.sealed, _subject(number))
        except UnopenableError:
            return None

    async def of(self, author: UserId, now: datetime) -> Sequence[ContentItem]:
        rows = await ContentItemRecord.filter(author=author).order_by("at")
        return [_item(row, now.tzinfo) for row in rows]

    async def waiting(self, since: datetime, before: datetime) -> Sequence[ContentItem]:
        rows = await ContentItemRecord.filter(at__gte=since, at__lt=before, state__in=_WAITING).order_by("at")
        return [_item(row, before.tzinfo) for row in rows]

    async def asked(self, item: ContentItem) -> bool:
        rows = (
            ContentItemRecord.filter(group=item.group) if item.group else ContentItemRecord.filter(group__isnull=True)
        )
        lately = Q(author=item.author, at__gt=item.at - ONE_FOR, at__lt=item.at + ONE_FOR)
        again = lately & (Q(category=item.category, state__in=_WAITING) | Q(digest=item.digest))
        nothing = Q(digest=item.digest, state=ItemState.DISMISSED)
        return await rows.filter(again | nothing).exists()

    async def answer(self, item: ContentItem, was: ItemState, *, by: Act) -> bool:
        values = {**_columns(item), **({} if item.waits else {"sealed": ""})}
        if not await ContentItemRecord.filter(number=item.number, state=was).update(**values):
            return False
        await trail.record(by, f"content.{item.state.name.lower()}", _subject(item.number))
        return True

    async def place(self) -> str:
        row = await ArchivePlaceRecord.get_or_none(id=_THE_ONE)
        return row.place if row else ""

    async def move(self, place: str) -> None:
        await ArchivePlaceRecord.update_or_create({"place": place}, id=_THE_ONE)

    async def forget(
        self, waiting: datetime, closed: datetime, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        still = Q(state__in=_WAITING)
        rows = ContentItemRecord.filter(still & Q(at__lt=waiting) | ~still & Q(at__lt=closed))
        rows = rows.exclude(author__in=sorted(held)).exclude(number__in=sorted(held)) if held else rows
        old = await rows.limit(at_most)
        await ContentItemRecord.filter(number__in=[row.number for row in old]).delete()
        if old:
            await trail.record(by, "content.forgotten", "content", number=len(old))
        return len(old)


def _columns(item: ContentItem) -> Mapping[str, Any]:
    return {
        "author": item.author,
        "group": item.group,
        "category": item.category,
        "rules": _BETWEEN.join(item.rules),
        "source": item.source,
        "digest": item.digest,
        "at": item.at,
        "state": item.state,
        "by": item.by,
        "answered_at": item.answered_at,
    }


def _item(row: ContentItemRecord, zone: tzinfo | None) -> ContentItem:
    return ContentItem(
        row.number,
        UserId(row.author),
        GroupId(row.group) if row.group else None,
        row.category,
        tuple(row.rules.split(_BETWEEN)),
        Source(row.source),
        row.digest,
        row.at.astimezone(zone),
        ItemState(row.state),
        UserId(row.by) if row.by else None,
        row.answered_at.astimezone(zone) if row.answered_at else None,
    )


def _subject(number: str) -> str:
    return f"content:{number}"
