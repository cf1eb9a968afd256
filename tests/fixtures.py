"""Fixtures that some folders of tests take for their own: a database of either kind instead of SQLite alone."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from tests.in_memory import in_memory
from tests.postgres import Emptied

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
async def either_database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        database = await in_memory()
        yield database
        await database.close()
        return
    emptied: Emptied = request.getfixturevalue("emptied")
    async with emptied.one() as url:
        database = await Database.open(url)
        yield database
        await database.close()
