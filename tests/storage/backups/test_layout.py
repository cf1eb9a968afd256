"""Every table is in a backup, but for those of the moment; and each column, the key first."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.backups.layout import OF_THE_MOMENT, layout
from bot.storage.engine.database import Database
from tests.in_memory import in_memory


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    """Both kinds have the same tables."""
    database = await in_memory()
    yield database
    await database.close()


async def test_all_tables(database: Database) -> None:
    rows = await database.fetch("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    assert {each.name for each in layout()} == {row["name"] for row in rows} - OF_THE_MOMENT - {"schema_version"}


async def test_all_columns_the_key_first(database: Database) -> None:
    for table in layout():
        found = await database.fetch("SELECT name, pk FROM pragma_table_info(?1) ORDER BY pk DESC", table.name)
        assert {each.name for each in table.columns} == {row["name"] for row in found}
        assert table.columns[0].name == found[0]["name"]
