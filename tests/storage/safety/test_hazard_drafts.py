from datetime import UTC, datetime, timedelta

import pytest

from bot.identifiers import ChatId, FileId, UserId
from bot.storage.engine.database import Database
from bot.storage.safety.hazard_drafts import HazardDraftTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ME, ROOM, FILE = UserId("zhangsan"), ChatId("room"), FileId("f" * 64)

pytestmark = pytest.mark.usefixtures("database")


async def test_what_waits_is_taken_once_by_who_sent_it_where_he_did(database: Database) -> None:
    table = HazardDraftTable()
    await table.add(ME, None, [FILE, FILE], NOW)
    assert await table.take(ME, ROOM, since=NOW) == []
    assert await table.take(UserId("lisi"), None, since=NOW) == []
    assert await table.take(ME, None, since=NOW) == [FILE]
    assert await table.take(ME, None, since=NOW) == []


async def test_what_is_old_waits_no_more(database: Database) -> None:
    table = HazardDraftTable()
    await table.add(ME, None, [FILE], NOW)
    assert await table.take(ME, None, since=NOW + timedelta(minutes=1)) == []
    await table.add(ME, ROOM, [], NOW + timedelta(days=2))
    assert await table.take(ME, None, since=NOW) == []
