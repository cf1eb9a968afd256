"""What is kept about somebody is counted in one look that goes through no table."""

from datetime import UTC, datetime

from bot.domain.privacy.keeping import How
from bot.domain.privacy.register import REGISTER
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.privacy import DataViewRecord
from bot.storage.models.training import ExperienceVoteRecord
from bot.storage.privacy.own_rows import OwnRowTable, statement
from tests.in_memory import in_memory

AT = datetime(2026, 11, 22, tzinfo=UTC)
_COLUMNS = "SELECT name FROM pragma_table_info(?1)"


async def test_rows_are_counted_by_table(database: Database) -> None:
    await ExperienceVoteRecord.create(number="JY-1", user="zhangsan", at=AT)
    await ExperienceVoteRecord.create(number="JY-1", user="lisi", at=AT)
    await DataViewRecord.create(at=AT, viewer="zhangsan", whose="lisi", what="违规记录", about="", why="")
    assert await OwnRowTable().counted(UserId("zhangsan")) == {"experience_vote": 1}
    assert await OwnRowTable().counted(UserId("lisi")) == {"experience_vote": 1, "data_view": 1}


async def test_no_table_is_read_from_end_to_end() -> None:
    """Add an index on the column that says whose a row is."""
    database = await in_memory()
    plan = await database.fetch(f"EXPLAIN QUERY PLAN {statement('?1')}", "zhangsan")
    assert [row["detail"] for row in plan if row["detail"].startswith("SCAN")] == []
    await database.close()


async def test_its_columns_are_those_of_the_tables() -> None:
    database = await in_memory()
    for name, entry in REGISTER.items():
        if entry.how in (How.SHOWN, How.COUNTED):
            columns = {row["name"] for row in await database.fetch(_COLUMNS, name)}
            assert {*entry.by, *entry.gives} <= columns, name
    await database.close()
