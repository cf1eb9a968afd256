"""Codes that pair two ids of one room, and chats that nobody registered."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.groups.pairing import PairingCode, digest
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.records.pairing import UnknownChat
from bot.storage.audit import trail
from bot.storage.models.pairing import PairingCodeRecord, UnknownChatRecord, WrongCodeRecord

OPEN, USED, REPLACED = "open", "used", "replaced"


class PairingTable:
    async def issue(self, code: str, group: GroupId, *, closes_at: datetime, by: Act) -> None:
        await PairingCodeRecord.filter(group_id=group, state=OPEN).update(state=REPLACED)
        await PairingCodeRecord.create(digest=digest(code), group_id=group, asked_by=by.actor, closes_at=closes_at)
        await trail.record(by, "pairing.issued", f"group:{group}")

    async def find(self, code: str, now: datetime) -> PairingCode | None:
        row = await PairingCodeRecord.get_or_none(digest=digest(code), state=OPEN, closes_at__gte=now)
        return PairingCode(row.id, GroupId(row.group_id), UserId(row.asked_by), row.closes_at) if row else None

    async def use(self, code: PairingCode, *, by: Act) -> bool:
        if not await PairingCodeRecord.filter(id=code.id, state=OPEN).update(state=USED):
            return False
        await trail.record(by, "pairing.used", f"group:{code.group}")
        return True

    async def note_wrong(self, user: UserId, at: datetime) -> None:
        await WrongCodeRecord.create(user=user, at=at)

    async def wrong(self, user: UserId, *, since: datetime) -> int:
        return await WrongCodeRecord.filter(user=user, at__gte=since).count()


class UnknownChatTable:
    async def hint(self, chat: ChatId, user: UserId, at: datetime) -> bool:
        if await UnknownChatRecord.exists(chat=chat):
            return False
        row = UnknownChatRecord(chat=chat, first_user=user, hinted_at=at)
        await UnknownChatRecord.bulk_create([row], ignore_conflicts=True)
        kept = await UnknownChatRecord.get(chat=chat)  # of two at once the first one's
        return (kept.first_user, kept.hinted_at) == (user, at)

    async def all(self) -> Sequence[UnknownChat]:
        rows = await UnknownChatRecord.all().order_by("-hinted_at", "chat")
        return [UnknownChat(ChatId(row.chat), UserId(row.first_user), row.hinted_at) for row in rows]
