"""Pictures and files, by the digest of what is in them: kept in the database, so that they commit, move and are backed
up with what speaks of them."""

import hashlib
from datetime import datetime
from typing import Final

from bot.identifiers import FileId
from bot.storage.models import FileRecord

MOST_BYTES: Final = 20 * 1024 * 1024  # what WeCom takes as a file (D-90253)


class FileTable:
    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once. Raises ValueError for more than `MOST_BYTES`."""
        if len(data) > MOST_BYTES:
            raise ValueError(f"a file of {len(data)} bytes")
        file = FileId(hashlib.sha256(data).hexdigest())
        if not await FileRecord.exists(id=file):
            await FileRecord.bulk_create([FileRecord(id=file, data=data, kept_at=at)], ignore_conflicts=True)
        return file

    async def read(self, file: FileId) -> bytes | None:
        found = await FileRecord.get_or_none(id=file)
        return bytes(found.data) if found else None
