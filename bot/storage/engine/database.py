"""One door to the database: transactions that cancellation can't tear, and hand-written SQL for the hot paths.

Statements are written with `?1`-style places, which SQLite reads as they stand and PostgreSQL gets as `$1`.
Inside `transact` the models of `bot.storage.models` and the raw calls below share the one transaction.
"""

import asyncio
import pkgutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.context import TortoiseContext, get_current_context
from tortoise.transactions import in_transaction

from bot.domain.audit.links import Keyring
from bot.storage import models
from bot.storage.engine.keys import Row, execute_by_key, fetch_by_key, numbered
from bot.storage.engine.together import Together

T = TypeVar("T")

SQLITE, POSTGRES = "bot.storage.engine.sqlite", "bot.storage.engine.postgres"
_SQLITE_PRAGMAS = {"journal_mode": "WAL", "synchronous": "FULL", "busy_timeout": 5000}
# Eight messages at work, what sends, and what looks around; the address may say otherwise (`?maxsize=30`). A process
# that is stopped in the midst of a transaction gives its locks back after the time named here, in ms. `timeout`: who
# is not let in by then is not heard.
_POSTGRES_POOL = {"minsize": 4, "maxsize": 20, "command_timeout": 30, "timeout": 5}
_POSTGRES_SETTINGS = {
    "idle_in_transaction_session_timeout": "15000",
    "jit": "off",
    # Sessions of which the network has told the server nothing end after half a minute, and not after two hours.
    "tcp_keepalives_idle": "15",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
LAST_WAIT = 1.0  # seconds that a rollback may take when the database is closed
# for which kind of database the models hold half-written queries: to write them takes 15 ms
_written_for: list[str] = []


class _Context(TortoiseContext):
    """The ORM's own, which knows the database that is meant; with the key by which the trail is stamped."""

    def __init__(self) -> None:
        super().__init__()
        self.keyring: Keyring | None = None


def keyring() -> Keyring | None:
    """Of the database that is meant; None: it was opened without a key."""
    context = get_current_context()
    return context.keyring if isinstance(context, _Context) else None


class Database:
    """Open with `await Database.open(url)`; close with `await database.close()`.

    SQLite: one process per file, one connection; a transaction is held for a few milliseconds and never
    across the network. PostgreSQL: any number of processes, a pool of connections each.
    """

    def __init__(self, tortoise: _Context, entered: AbstractContextManager[Any], *, postgres: bool) -> None:
        self._tortoise = tortoise
        self._entered = entered
        self._under_way: set[asyncio.Future[Any]] = set()
        self._together = Together()
        self.postgres = postgres

    @classmethod
    async def open(cls, url: str, *, engine: str | None = None) -> Self:
        """`url` is `sqlite:///path`, `sqlite://:memory:` or `postgres://…`; `engine` names another driver module."""
        settings = expand_db_url(url)
        postgres = not settings["engine"].endswith("sqlite")
        if not postgres:
            _keep_private(settings["credentials"]["file_path"])
            settings["credentials"] |= _SQLITE_PRAGMAS
            settings["engine"] = SQLITE
        else:
            settings["credentials"] = _POSTGRES_POOL | settings["credentials"] | {"server_settings": _POSTGRES_SETTINGS}
            settings["engine"] = POSTGRES
        if engine:
            settings["engine"] = engine
        name = "postgres" if postgres else "sqlite"  # the ORM keeps its statements by this name
        tortoise = _Context()
        entered = tortoise.__enter__()
        await tortoise.init(
            config={
                "connections": {name: settings},
                "apps": {"qunwu": {"models": _tables(), "default_connection": name}},
            },
            init_connections=_written_for != [name],
        )
        _written_for[:] = [name]
        return cls(tortoise, entered, postgres=postgres)

    @property
    def keyring(self) -> Keyring | None:
        return self._tortoise.keyring

    def stamp_with(self, ring: Keyring | None) -> None:
        """From now on entries of the trail are stamped."""
        self._tortoise.keyring = ring

    async def read_anything(self) -> None:
        """For who looks for what others wrote: bytes that are no text stop no reading. PostgreSQL keeps none."""
        client: Any = self._connection()
        if not self.postgres:
            await client.read_anything()

    async def run_script(self, sql: str) -> None:
        """Several statements without values, as they stand: for who makes and changes the tables."""
        await self._connection().execute_script(sql)

    async def close(self) -> None:
        """A transaction that is still under way is taken back."""
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=LAST_WAIT)
        await self._together.close(LAST_WAIT)
        await self._tortoise.close_connections()
        self._entered.__exit__(None, None, None)

    async def transact(self, work: Callable[[], Awaitable[T]]) -> T:
        """Run `work` in one transaction; it commits or rolls back as a whole even if the caller is cancelled.

        The driver leaks its connection when a task is cancelled between BEGIN and COMMIT; therefore the
        transaction lives in a task of its own, and a cancelled caller waits for it.
        """
        task = asyncio.ensure_future(_in_one_transaction(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            await asyncio.wait([task])
            raise

    async def transact_together(self, work: Callable[[], Awaitable[T]]) -> T:
        """As `transact`, for what takes a moment: on SQLite it may share its commit with others, who wait for it."""
        if self.postgres or isinstance(self._connection(), TransactionalDBClient):
            return await self.transact(work)
        return await self._together.transact(work)

    async def attempt(self, work: Callable[[], Awaitable[T]]) -> T:
        """Inside a transaction: if `work` raises, what it changed is taken back and the rest stands."""
        return await _in_one_transaction(work)

    async def fetch(self, sql: str, *values: object) -> list[Row]:
        """Rows of a SELECT or of a `… RETURNING`."""
        return await self._connection().execute_query_dict(self._dialect(sql), list(values))

    async def execute(self, sql: str, *values: object) -> int:
        """Run a statement; the number of rows it changed."""
        return (await self._connection().execute_query(self._dialect(sql), list(values)))[0]

    async def fetch_by_key(self, sql: str, *values: object) -> list[Row]:
        """As `fetch`, for a statement that finds its few rows by a key: on SQLite it is done at once, and holds up
        everything for as long as it takes."""
        return await fetch_by_key(self._connection(), sql, values)

    async def execute_by_key(self, sql: str, *values: object) -> int:
        """As `execute`, in the same way."""
        return await execute_by_key(self._connection(), sql, values)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Any]:
        """A connection of the driver for one purpose alone, such as listening on PostgreSQL."""
        client: Any = self._connection()
        async with client.acquire_connection() as connection:
            yield connection

    def give_up_connections(self) -> None:
        """Those of PostgreSQL that are there, with what waits on them: nobody may be behind them any more.

        What is asked next connects anew."""
        client: Any = self._connection()
        if self.postgres:
            client.give_up()

    def left(self) -> dict[int, float]:
        """Connections to PostgreSQL that have ended, until somebody takes them off: the numbers of the server's
        processes behind them, and since when by the monotonic clock."""
        client: Any = self._connection()
        return client.left if self.postgres else {}

    def _connection(self) -> BaseDBAsyncClient:
        return self._tortoise.connections.get("postgres" if self.postgres else "sqlite")

    def _dialect(self, sql: str) -> str:
        return numbered(sql) if self.postgres else sql


def _tables() -> list[str]:
    """The modules of `bot.storage.models`: a new one needs no mention."""
    return [found.name for found in pkgutil.iter_modules(models.__path__, f"{models.__name__}.")]


def _keep_private(path: str) -> None:
    """A new file is its owner's alone: it holds what people write. SQLite gives its log beside it the same rights.

    What can't be made here, the driver refuses in its own words; the rights of a file that is there are left alone.
    """
    if path != ":memory:":
        with suppress(OSError):
            Path(path).touch(mode=0o600)


async def _in_one_transaction(work: Callable[[], Awaitable[T]]) -> T:
    async with in_transaction():
        return await work()
