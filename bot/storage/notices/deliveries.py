"""What became of all that was said about one thing, and what of it is to be taken back."""

import json
from collections.abc import Sequence
from typing import Final

from tortoise.expressions import F

from bot.identifiers import UserId
from bot.shapes.outgoing import Address, ToGroup, ToPeople, ToPerson
from bot.shapes.records.receipts import Delivery, Recall
from bot.storage.engine import codec
from bot.storage.engine.times import from_ms
from bot.storage.models.pipeline import Outbox
from bot.storage.models.receipts import RecallRecord

CALLED_OFF: Final = "called off before it was sent"


class DeliveryTable:
    async def of(self, about: str) -> Sequence[Delivery]:
        return [_delivery(row) for row in await Outbox.filter(about=about).order_by("id")]

    async def withdraw(self, about: str) -> int:
        """Whoever is about to send one of them finds that it waits no more."""
        return await Outbox.filter(about=about, state="waiting", doubtful_since__isnull=True).update(
            state="refused", why=CALLED_OFF
        )


class RecallTable:
    async def add(self, posting: int, msgid: str, users: Sequence[UserId]) -> None:
        await RecallRecord.create(posting=posting, msgid=msgid, users=list(users))

    async def waiting(self, most: int) -> Sequence[Recall]:
        return [_recall(row) for row in await RecallRecord.filter(state="waiting").order_by("id").limit(most)]

    async def settle(self, recall: Recall, state: str) -> None:
        await RecallRecord.filter(id=recall.id, state="waiting").update(state=state)

    async def tried(self, recall: Recall) -> None:
        await RecallRecord.filter(id=recall.id).update(tries=F("tries") + 1)

    async def of(self, posting: int) -> Sequence[Recall]:
        return [_recall(row) for row in await RecallRecord.filter(posting=posting).order_by("id")]


def _delivery(row: Outbox) -> Delivery:
    address: Address = codec.load(row.address)
    receipt = json.loads(row.receipt or "{}")
    return Delivery(
        row.id,
        row.state,
        (row.route or "").partition(":")[0],
        _users(address),
        address.group if isinstance(address, ToGroup) else None,
        receipt.get("msgid", ""),
        from_ms(row.claimed_at) if row.claimed_at else None,
        row.why or "",
    )


def _users(address: Address) -> tuple[UserId, ...]:
    match address:
        case ToPeople(users):
            return users
        case ToPerson(user):
            return (user,)
        case _:
            return ()


def _recall(row: RecallRecord) -> Recall:
    return Recall(row.id, row.posting, row.msgid, tuple(map(UserId, row.users)), row.state, row.tries)
