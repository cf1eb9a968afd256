"""Files are kept once, read back whole, and bounded."""

from datetime import UTC, datetime

import pytest

from bot.identifiers import FileId
from bot.storage.database import Database
from bot.storage.files import MOST_BYTES, FileTable
from bot.storage.models import FileRecord

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
DATA = bytes(range(256)) * 10


async def keep_twice(database: Database) -> None:
    files = FileTable()
    first = await files.keep(DATA, at=NOW)
    assert await database.transact(lambda: files.keep(DATA, at=NOW)) == first
    assert await files.read(first) == DATA
    assert await files.read(FileId("nothing")) is None
    assert await FileRecord.all().count() == 1


async def test_the_same_bytes_are_kept_once(database: Database) -> None:
    await keep_twice(database)


@pytest.mark.postgres
async def test_the_same_bytes_are_kept_once_on_postgres(postgres: Database) -> None:
    await keep_twice(postgres)


async def test_too_much_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="a file of"):
        await FileTable().keep(b"0" * (MOST_BYTES + 1), at=NOW)
