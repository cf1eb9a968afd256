"""Fixtures that some folders of tests take for their own: a database of either kind instead of SQLite alone."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database
from tests.postgres import fresh

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=KINDS)
async def either_database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        database = await Database.open("sqlite://:memory:")
        await database.create_schema()
        yield database
        await database.close()
        return
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_template")
    async with fresh(server, template=template) as url:
        database = await Database.open(url)
        yield database
        await database.close()
