"""Groups that nobody looks after, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.identifiers import GroupId
from bot.shapes.act import Act
from bot.shapes.records.groups import Unkept
from bot.storage.engine.database import Database
from bot.storage.groups.unkept_groups import UnkeptGroupTable

A, B = GroupId("a"), GroupId("b")
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("job:group-keepers", "group-keepers", "", "test", NOW)
LATER = NOW + timedelta(hours=24)


async def test_noted_told_forgotten(database: Database) -> None:
    table = UnkeptGroupTable()
    await table.note([B, A], by=BY)
    await table.tell([A], by=replace(BY, at=LATER))
    assert await table.all() == [Unkept(A, NOW, LATER), Unkept(B, NOW)]
    await table.forget([A], by=BY)
    assert await table.all() == [Unkept(B, NOW)]
