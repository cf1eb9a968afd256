"""What came in because of publishing. The trail has numbers and states, never words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from bot.domain.notices.inbound import Inbound, InboundState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.inbound import InboundRecord


class InboundTable:
    async def add(self, item: Inbound, *, by: Act) -> None:
        await InboundRecord.create(number=item.number, about=item.about, asker=item.asker, **_columns(item))
        await trail.record(by, "inbound.taken", _subject(item.number))

    async def get(self, number: str, now: datetime) -> Inbound | None:
        row = await InboundRecord.get_or_none(number=number)
        return _item(row, now) if row else None

    async def save(self, item: Inbound, *, was: int, by: Act) -> bool:
        if not await InboundRecord.filter(number=item.number, version=was).update(**_columns(item)):
            return False
        await trail.record(by, "inbound.changed", _subject(item.number), state=item.state.name)
        return True

    async def open_ones(self, now: datetime) -> Sequence[Inbound]:
        rows = InboundRecord.filter(state=InboundState.OPEN).order_by("due", "number")
        return [_item(row, now) for row in await rows]

    async def open_about(self, about: str, asker: UserId, now: datetime) -> Inbound | None:
        rows = InboundRecord.filter(about=about, asker=asker, state=InboundState.OPEN).order_by("-number")
        row = await rows.first()
        return _item(row, now) if row else None


def _columns(item: Inbound) -> dict[str, Any]:
    return {
        "state": item.state,
        "due": item.due,
        "version": item.version,
        "item": msgspec.json.encode(item).decode(),
    }


def _item(row: InboundRecord, now: datetime) -> Inbound:
    item = msgspec.json.decode(row.item, type=Inbound)
    answered = item.answered_at.astimezone(now.tzinfo) if item.answered_at else None
    return replace(item, at=item.at.astimezone(now.tzinfo), due=item.due.astimezone(now.tzinfo), answered_at=answered)


def _subject(number: str) -> str:
    return f"inbound:{number}"
