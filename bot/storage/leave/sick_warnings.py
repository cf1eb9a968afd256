"""Of whose protected time the human resources were told, and in which window: once each."""

from collections.abc import Sequence
from datetime import date

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.privacy import SickWarningRecord


class SickWarningTable:
    async def note(self, user: UserId, since: date, *, by: Act) -> bool:
        if await SickWarningRecord.filter(user=user, since=since).exists():
            return False
        await SickWarningRecord.create(user=user, since=since, at=by.at)
        await trail.record(by, "sick_time.warned", f"person:{user}")
        return True

    async def of(self, user: UserId) -> Sequence[date]:
        return [row.since for row in await SickWarningRecord.filter(user=user).order_by("since")]
