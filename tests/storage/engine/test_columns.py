"""Moments compare as moments in every time zone, and an index can be over the rows that wait alone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Peer

BEIJING = timezone(timedelta(hours=8))
NOON = datetime(2026, 11, 22, 12, tzinfo=BEIJING)


@pytest.mark.usefixtures("database")
async def test_moments_compare_whatever_their_zone() -> None:
    await Peer.create(peer="ZhangSan", first_heard=NOON)
    assert await Peer.filter(first_heard=NOON.astimezone(UTC)).exists()
    assert await Peer.filter(first_heard__lt=datetime(2026, 11, 22, 5, tzinfo=UTC)).exists()
    assert not await Peer.filter(first_heard__lt=datetime(2026, 11, 22, 11, tzinfo=BEIJING)).exists()


@pytest.mark.usefixtures("database")
async def test_a_naive_moment_is_a_defect() -> None:
    with pytest.raises(ValueError, match="first_heard: a naive datetime"):
        await Peer.filter(first_heard=NOON.replace(tzinfo=None)).exists()


async def test_only_rows_that_wait_are_indexed(database: Database) -> None:
    listing = "SELECT indexdef AS sql FROM pg_indexes WHERE indexname = ?1"
    if not database.postgres:
        listing = "SELECT sql FROM sqlite_master WHERE name = ?1"
    (row,) = await database.fetch(listing, "inbox_waiting")
    assert "WHERE" in row["sql"]
    assert "'done'" in row["sql"]
