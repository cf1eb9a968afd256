"""Pictures and files, by the digest of what is in them: kept in the database, so that they commit, move and are backed
up with what speaks of them."""

import hashlib
import re
from datetime import datetime, timedelta
from typing import Final

from bot.identifiers import FileId
from bot.shapes.act import Act
from bot.storage import trail
from bot.storage.models.pipeline import FileRecord

MOST_BYTES: Final = 20 * 1024 * 1024  # what WeCom takes as a file (D-90253)
SAME_AGE: Final = timedelta(days=1)  # within this, one that comes again is not written anew
# What is not finished and names a file. Conditions as in the indexes, which hold these rows only.
_NEEDY: Final = (
    """SELECT payload AS text FROM inbox WHERE state <> 'done' AND payload LIKE '%"file":"%'""",
    """SELECT content AS text FROM outbox WHERE state NOT IN ('done', 'refused') AND content LIKE '%"file":"%'""",
)
_NAMED: Final = re.compile(r'"file":"([0-9a-f]{64})"')


class FileTable:
    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once, and are as young as when they last came.

        Raises ValueError for more than `MOST_BYTES`.
        """
        if len(data) > MOST_BYTES:
            raise ValueError(f"a file of {len(data)} bytes")
        file = FileId(hashlib.sha256(data).hexdigest())
        known = FileRecord.filter(id=file)
        if not await known.filter(kept_at__lt=at - SAME_AGE).update(kept_at=at) and not await known.exists():
            await FileRecord.bulk_create([FileRecord(id=file, data=data, kept_at=at)], ignore_conflicts=True)
        return file

    async def read(self, file: FileId) -> bytes | None:
        found = await FileRecord.get_or_none(id=file)
        return bytes(found.data) if found else None

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Those kept last before then, the oldest first, unless a message or a parcel that waits needs them."""
        needed = await _needed()
        oldest = FileRecord.filter(kept_at__lt=before).order_by("kept_at").limit(at_most + len(needed))
        old = [str(file) for file in await oldest.values_list("id", flat=True)]
        gone = [file for file in old if file not in needed][:at_most]
        if gone:
            await FileRecord.filter(id__in=gone).delete()
            await trail.record(by, "files.forgotten", "files", number=len(gone))
        return len(gone)


async def _needed() -> set[str]:
    database = FileRecord._meta.db
    rows = [row for sql in _NEEDY for row in await database.execute_query_dict(sql)]
    return {file for row in rows for file in _NAMED.findall(row["text"])}
