"""A PostgreSQL for the tests that need one (`bench.postgres` finds it), and a database of its own for each test, copied
from one that has the tables."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest

from bench.postgres import NoPostgresError, administer, creating, dropping, new_name, of
from bench.postgres import server as found
from bot.storage.database import Database


@contextmanager
def server() -> Iterator[str]:
    """Its URL. Without a server the test is skipped, or failed where REQUIRE names postgres."""
    try:
        with found() as url:
            yield url
    except NoPostgresError as error:
        _without(str(error))


@asynccontextmanager
async def fresh(server: str, *, template: str | None = None) -> AsyncIterator[str]:
    """The URL of a database that is there for this while only."""
    name = new_name()
    await administer(server, creating(name, template))
    try:
        yield of(server, name)
    finally:
        await administer(server, dropping(name))


async def make_template(server: str) -> str:
    """The name of a database with empty tables."""
    name = new_name()
    await administer(server, creating(name, None))
    database = await Database.open(of(server, name))
    await database.create_schema()
    await database.close()
    return name


def _without(why: str) -> None:
    if "postgres" in os.environ.get("REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)
