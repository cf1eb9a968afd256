"""What was refused to whom."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from bot.domain.refusals import GROUNDS, Refusal
from bot.errors import Code
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.talking import RefusalRecord

REFUSED: Final = "command.refused"


class RefusalTable:
    async def note(self, refusal: Refusal, *, by: Act | None = None, whom: UserId | None = None) -> None:
        act = by or Act(refusal.user, refusal.command, "", "", refusal.at)
        if not act.actor:
            await trail.record(act, REFUSED, "command:", code=refusal.code)
            return
        if refusal.code in GROUNDS:  # else he was told that it isn't there, and /为什么 must say nothing else
            await RefusalRecord.create(
                at=refusal.at, user_id=refusal.user, command=refusal.command, code=refusal.code, chat=refusal.chat
            )
        told = {"chat": refusal.chat, "whom": whom}
        known = {key: value for key, value in told.items() if value}
        await trail.record(act, REFUSED, f"command:{act.action}", code=refusal.code, **known)

    async def latest(self, user: UserId) -> Refusal | None:
        row = await RefusalRecord.filter(user_id=user).order_by("-id").first()
        if row is None:
            return None
        chat = ChatId(row.chat) if row.chat else None
        return Refusal(row.at, UserId(row.user_id), row.command, Code(row.code), chat)

    async def forget(self, before: datetime, *, by: Act, held: Collection[str] = ()) -> None:
        """Delete what is older."""
        rows = RefusalRecord.filter(at__lt=before)
        if gone := await (rows.exclude(user_id__in=sorted(held)) if held else rows).delete():
            await trail.record(by, "refusals.forgotten", "refusals", count=gone)

    async def count(self, user: UserId, *, since: datetime) -> int:
        return await RefusalRecord.filter(user_id=user, at__gte=since).count()
