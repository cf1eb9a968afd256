"""Statements by key: the same as through the driver's thread, whatever the database; and nothing commits at once."""

from pathlib import Path

import pytest
from tortoise.exceptions import IntegrityError

from bot.storage.engine.database import Database
from bot.storage.engine.keys import fetch_by_key, numbered
from bot.storage.models.pipeline import Peer
from bot.storage.schema.upgrading import upgrade

INSERT = "INSERT INTO peer (peer, first_heard) VALUES (?1, ?2)"
DAY = "2026-11-22"


def test_places_as_postgresql_writes_them() -> None:
    assert numbered("a = ?1 AND b = ?12") == "a = $1 AND b = $12"


async def test_rows_and_counts(database: Database) -> None:
    async def work() -> None:
        for name in "ab":
            await database.execute("INSERT INTO peer (peer, first_heard) VALUES (?1, '2026-11-22')", name)
        assert await database.execute_by_key("UPDATE peer SET peer = ?1 WHERE peer = ?2", "c", "b") == 1
        assert await database.execute_by_key("UPDATE peer SET peer = ?1 WHERE peer = ?2", "c", "b") == 0
        assert await database.fetch_by_key("SELECT peer FROM peer WHERE peer = ?1", "c") == [{"peer": "c"}]

    await database.transact(work)
    assert await fetch_by_key(Peer._meta.db, "SELECT peer FROM peer WHERE peer = ?1", ["c"]) == [{"peer": "c"}]


async def test_what_the_database_refuses_is_told_as_by_the_orm(database: Database) -> None:
    async def work() -> None:
        for _ in range(2):
            await database.execute_by_key("INSERT INTO peer (peer, first_heard) VALUES (?1, '2026-11-22')", "twice")

    with pytest.raises(IntegrityError):
        await database.transact(work)
    assert await database.fetch("SELECT peer FROM peer") == []


async def test_alone_it_commits_by_itself(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'qunwu.sqlite3'}"
    database = await Database.open(url)
    await upgrade(database)
    assert await database.execute_by_key(INSERT, "alone", DAY) == 1
    await database.close()
    again = await Database.open(url)
    assert await again.fetch("SELECT peer FROM peer") == [{"peer": "alone"}]
    await again.close()
