"""Pictures and files, by the digest of what is in them: kept in the database, so that they commit, move and are backed
up with what speaks of them."""

import hashlib
import re
from datetime import datetime, timedelta
from typing import Final

from tortoise.expressions import RawSQL

from bot.identifiers import FileId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.accident_cases import AccidentPhotoRecord
from bot.storage.models.contingency import ContingencyFileRecord
from bot.storage.models.hazards import HazardPhotoRecord
from bot.storage.models.notices import NoticeFileRecord
from bot.storage.models.pipeline import FileRecord
from bot.storage.models.privacy import LeaveProofRecord
from bot.storage.models.reports import ReportFileRecord
from bot.storage.models.training import ExperiencePhotoRecord, MaterialRecord
from bot.storage.privacy.sealing import Seal, is_sealed

MOST_BYTES: Final = 20 * 1024 * 1024  # what WeCom takes as a file (D-90253)
SAME_AGE: Final = timedelta(days=1)  # within this, one that comes again is not written anew
# What is not finished and names a file. Conditions as in the indexes, which hold these rows only.
_NEEDY: Final = (
    """SELECT payload AS text FROM inbox WHERE state <> 'done' AND id > 0 AND payload LIKE '%"file":"%'""",
    """SELECT content AS text FROM outbox WHERE state NOT IN ('done', 'refused') AND id > 0
    AND content LIKE '%"file":"%'""",
)
# What is kept for as long as the record that names it is; proofs of leave have a time of their own.
_KEEPERS: Final = (
    LeaveProofRecord,
    HazardPhotoRecord,
    AccidentPhotoRecord,
    NoticeFileRecord,
    MaterialRecord,
    ExperiencePhotoRecord,
    ContingencyFileRecord,
    ReportFileRecord,
)
# Row by row: NOT IN takes PostgreSQL minutes where a hundred thousand are kept.
_ON_RECORD: Final = " OR ".join(
    f"EXISTS (SELECT 1 FROM {each._meta.db_table} AS keeper WHERE keeper.file = file.id)"  # noqa: S608 - our own tables
    for each in _KEEPERS
)
_NAMED: Final = re.compile(r'"file":"([0-9a-f]{64})"')


class FileTable:
    """`seal`: pictures may be of anything, sick notes among them, so what is in them is kept sealed. Without one they
    are kept as they come."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal

    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once, and are as young as when they last came.

        Raises ValueError for more than `MOST_BYTES`.
        """
        if len(data) > MOST_BYTES:
            raise ValueError(f"a file of {len(data)} bytes")
        file = FileId(hashlib.sha256(data).hexdigest())
        known = FileRecord.filter(id=file)
        if not await known.filter(kept_at__lt=at - SAME_AGE).update(kept_at=at) and not await known.exists():
            row = FileRecord(id=file, data=self._closed(data, file), kept_at=at)
            await FileRecord.bulk_create([row], ignore_conflicts=True)
        return file

    async def read(self, file: FileId) -> bytes | None:
        found = await FileRecord.get_or_none(id=file)
        return self._opened(bytes(found.data), file) if found else None

    async def drop(self, file: FileId, *, by: Act) -> None:
        if gone := await FileRecord.filter(id=file).delete():
            await trail.record(by, "files.forgotten", "files", number=gone)

    def _closed(self, data: bytes, file: FileId) -> bytes:
        return self._seal.seal(data, _about(file)) if self._seal else data

    def _opened(self, data: bytes, file: FileId) -> bytes:
        """What was kept before there was a key is as it came."""
        return self._seal.open(data, _about(file)) if self._seal and is_sealed(data) else data

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Those kept last before then, the oldest first, unless a message that waits or a record still needs them."""
        needed = await _needed()
        free = FileRecord.annotate(kept=RawSQL(f"CASE WHEN {_ON_RECORD} THEN 1 ELSE 0 END")).filter(kept=0)
        old = free.filter(kept_at__lt=before).order_by("kept_at").limit(at_most + len(needed))
        files = map(str, await old.values_list("id", flat=True))
        gone = [file for file in files if file not in needed][:at_most]
        if gone:
            await FileRecord.filter(id__in=gone).delete()
            await trail.record(by, "files.forgotten", "files", number=len(gone))
        return len(gone)


def _about(file: FileId) -> str:
    return f"file:{file}"


async def _needed() -> set[str]:
    """By messages that wait."""
    database = FileRecord._meta.db
    rows = [row for sql in _NEEDY for row in await database.execute_query_dict(sql)]
    return {file for row in rows for file in _NAMED.findall(row["text"])}
