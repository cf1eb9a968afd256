"""Pictures that came before it was said what they are of: they wait half an hour for a word."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.identifiers import ChatId, FileId, UserId
from bot.storage.models.hazards import HazardDraftRecord

KEPT: Final = timedelta(days=1)


class HazardDraftTable:
    async def add(self, user: UserId, chat: ChatId | None, files: Sequence[FileId], now: datetime) -> None:
        await HazardDraftRecord.filter(at__lt=now - KEPT).delete()
        for file in files:
            await HazardDraftRecord.create(user=user, chat=chat or "", file=file, at=now)

    async def take(self, user: UserId, chat: ChatId | None, *, since: datetime) -> Sequence[FileId]:
        rows = await HazardDraftRecord.filter(user=user, chat=chat or "", at__gte=since).order_by("id")
        await HazardDraftRecord.filter(id__in=[row.id for row in rows]).delete()
        return list(dict.fromkeys(FileId(row.file) for row in rows))
