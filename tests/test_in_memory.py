"""A database in memory is as one that was made with `upgrade`, and its owner's alone."""

from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.in_memory import in_memory

NAMES = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


async def test_it_has_all_that_a_schema_has() -> None:
    made = await Database.open("sqlite://:memory:")
    await upgrade(made)
    expected = await made.fetch(NAMES)
    await made.close()
    for _ in range(2):
        database = await in_memory()
        assert await database.fetch(NAMES) == expected
        await database.close()


async def test_what_is_written_into_one_is_in_no_other() -> None:
    for _ in range(3):
        database = await in_memory()
        assert await database.fetch("SELECT name FROM job") == []
        await database.execute("INSERT INTO job (name, due_at) VALUES ('errands', '2026-11-23')")
        await database.close()
