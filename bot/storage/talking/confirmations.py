"""Commands that wait for a yes; they outlive a restart, and so does their deadline."""

from datetime import datetime

from bot.domain.confirmations import Confirmation, ConfirmationState
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.talking import ConfirmationRecord


class ConfirmationTable:
    async def open(
        self,
        *,
        asker: UserId,
        chat: ChatId | None,
        line: str,
        closes_at: datetime,
        by: Act,
        quote: str | None = None,
    ) -> Confirmation:
        row = await ConfirmationRecord.create(
            asker=asker,
            chat=chat,
            line=line,
            quote=quote,
            asked_at=by.at,
            closes_at=closes_at,
            state=ConfirmationState.OPEN,
        )
        await trail.record(by, "confirmation.opened", f"confirmation:{row.id}")
        return _confirmation(row)

    async def get(self, number: int) -> Confirmation | None:
        row = await ConfirmationRecord.get_or_none(id=number)
        return _confirmation(row) if row else None

    async def latest_open(self, asker: UserId, now: datetime) -> Confirmation | None:
        waiting = ConfirmationRecord.filter(asker=asker, state=ConfirmationState.OPEN, closes_at__gte=now)
        row = await waiting.order_by("-id").first()
        return _confirmation(row) if row else None

    async def close(
        self, confirmation: Confirmation, state: ConfirmationState, *, by: Act, forgotten: bool = False
    ) -> bool:
        still_open = ConfirmationRecord.filter(id=confirmation.id, state=ConfirmationState.OPEN)
        words = {"line": "", "quote": None} if forgotten else {}
        if not await still_open.update(state=state, **words):
            return False
        await trail.record(by, f"confirmation.{state}", f"confirmation:{confirmation.id}")
        return True


def _confirmation(row: ConfirmationRecord) -> Confirmation:
    return Confirmation(
        id=row.id,
        asker=UserId(row.asker),
        line=row.line,
        asked_at=row.asked_at,
        closes_at=row.closes_at,
        state=ConfirmationState(row.state),
        chat=ChatId(row.chat) if row.chat else None,
        quote=row.quote,
    )
