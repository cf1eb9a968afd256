"""Every module of the tables is known to the database without being named anywhere."""

from pathlib import Path

import bot.storage.models
from bot.storage.engine.database import Database

TABLES = {
    line.split('"')[1]
    for folder in bot.storage.models.__path__
    for path in Path(folder).glob("*.py")
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip().startswith('table = "')
}


def test_each_is_a_record() -> None:
    """Of the ORM's own models a start would read the source, and write down all that each column can be asked by."""
    files = [path for folder in bot.storage.models.__path__ for path in Path(folder).glob("*.py")]
    assert [path.name for path in files if "(Model):" in path.read_text(encoding="utf-8")] == []


async def test_every_table_is_made(database: Database) -> None:
    names = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
    if not database.postgres:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    assert {row["name"] for row in await database.fetch(names)} == TABLES | {"schema_version"}
    assert "inbox" in TABLES
