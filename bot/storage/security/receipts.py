"""Who has read which reminder; no trail has it, since nothing follows of it for anybody."""

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.models.security import SecurityReceiptRecord


class SecurityReceiptTable:
    async def note(self, about: str, user: UserId, *, by: Act) -> bool:
        _, new = await SecurityReceiptRecord.get_or_create({"at": by.at}, about=about, user=user)
        return new

    async def count(self, about: str) -> int:
        return await SecurityReceiptRecord.filter(about=about).count()
