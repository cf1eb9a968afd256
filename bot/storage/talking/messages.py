"""What somebody wrote just before, as the inbox has it; and how all of it goes in its time."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from tortoise.queryset import QuerySet

from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind
from bot.storage.audit import trail
from bot.storage.engine import codec
from bot.storage.engine.places import first_at
from bot.storage.engine.times import to_ms
from bot.storage.models.pairing import PairingCodeRecord, WrongCodeRecord
from bot.storage.models.pipeline import Inbox, Ledger, Outbox
from bot.storage.models.talking import ConfirmationRecord, DialogueRecord

WITHIN: Final = 1000  # messages of everybody: found by their numbers, however many there are before


class MessageTable:
    async def before(self, cause: str, *, since: datetime) -> Sequence[str]:
        row = await Inbox.get_or_none(key=cause)
        if row is None:
            return []
        own = Inbox.filter(id__gt=row.id - WITHIN, id__lt=row.id, sender=row.sender, state="done")
        payloads = await own.filter(received_at__gte=to_ms(since)).order_by("id").values_list("payload", flat=True)
        this: Incoming = codec.load(row.payload)
        return [each.text for each in map(codec.load, map(str, payloads)) if each.text and _beside(each, this)]

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        gone = 0
        for table, column, over in ((Inbox, "received_at", ("done",)), (Outbox, "created_at", ("done", "refused"))):
            rows = table.filter(id__lt=await first_at(table, column, to_ms(before)), state__in=over)
            for each in held:
                rows = rows.exclude(sender=each) if table is Inbox else rows.exclude(lane__endswith=f":{each}")
            gone += await _delete(rows, at_most - gone)
        gone += await _delete(Ledger.filter(id__lt=await first_at(Ledger, "at", to_ms(before))), at_most - gone)
        for asked in (ConfirmationRecord, DialogueRecord, PairingCodeRecord):
            gone += await _delete(asked.filter(closes_at__lt=before), at_most - gone)
        gone += await _delete(WrongCodeRecord.filter(at__lt=before), at_most - gone)
        if gone:
            await trail.record(by, "messages.forgotten", "messages", number=gone)
        return gone


async def _delete(rows: QuerySet[Any], at_most: int) -> int:
    ids = await rows.order_by("id").limit(at_most).values_list("id", flat=True) if at_most > 0 else []
    return await rows.model.filter(id__in=ids).delete() if ids else 0


def _beside(message: Incoming, this: Incoming) -> bool:
    return message.kind is Kind.TEXT and message.chat == this.chat
