"""What was stored and worked off is counted alike on both databases; a new one is gone afterwards."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from bench import postgres
from bench.bot_under_test import sqlite
from bench.stored import stored_and_handled
from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.engine.opening import opened
from bot.storage.queues.inbox import InboxTable


async def store_two_and_handle_one(url: str) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    batch = [(Incoming(key, Via.APP, Kind.TEXT, UserId("zhangsan"), at, text="/帮助"), False) for key in "ab"]
    async with opened(url, ()) as database:
        first, _ = await InboxTable(database).store(batch)
        assert first
        await database.transact(lambda: InboxTable(database).claim(first, 1))


def test_on_sqlite(tmp_path: Path) -> None:
    asyncio.run(store_two_and_handle_one(sqlite(tmp_path)))
    assert stored_and_handled(sqlite(tmp_path)) == (2, 1)


@pytest.mark.postgres
def test_on_postgres_in_a_database_of_its_own(postgres_server: str) -> None:
    with postgres.database(postgres_server) as url:
        asyncio.run(store_two_and_handle_one(url))
        assert stored_and_handled(url) == (2, 1)
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        stored_and_handled(url)


@pytest.mark.postgres
def test_only_what_keeps_its_word_is_measured() -> None:
    with postgres.server() as server, postgres.database(server) as url:
        assert postgres.is_durable(server)
        name = url.partition("?")[0].rpartition("/")[2]
        asyncio.run(postgres.administer(url, f"ALTER DATABASE {name} SET synchronous_commit = off"))
        assert not postgres.is_durable(url)
