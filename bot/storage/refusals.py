"""What was refused to whom."""

from datetime import datetime

from bot.domain.refusals import Refusal
from bot.errors import Code
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage import trail
from bot.storage.models.talking import RefusalRecord


class RefusalTable:
    async def note(self, refusal: Refusal) -> None:
        await RefusalRecord.create(
            at=refusal.at, user_id=refusal.user, command=refusal.command, code=refusal.code, chat=refusal.chat
        )

    async def latest(self, user: UserId) -> Refusal | None:
        row = await RefusalRecord.filter(user_id=user).order_by("-id").first()
        if row is None:
            return None
        chat = ChatId(row.chat) if row.chat else None
        return Refusal(row.at, UserId(row.user_id), row.command, Code(row.code), chat)

    async def forget(self, before: datetime, *, by: Act) -> None:
        """Delete what is older."""
        if gone := await RefusalRecord.filter(at__lt=before).delete():
            await trail.record(by, "refusals.forgotten", "refusals", count=gone)

    async def count(self, user: UserId, *, since: datetime) -> int:
        return await RefusalRecord.filter(user_id=user, at__gte=since).count()
