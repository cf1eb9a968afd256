"""Tortoise's SQLite driver, with transactions that begin as writers, in one step, and give way when beginning fails.

A transaction that only begins to write later can't be waited for when another process writes: SQLite refuses it at
once. What takes SQLite some microseconds is done where it is asked for: to hand it to the driver's thread and back
takes ten times as long. What may take its time has that thread: whatever looks through a table, waits for another
process, or for the disk.
"""

import asyncio
import itertools
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import aiosqlite
from tortoise.backends.base.client import (
    ConnectionWrapper,
    NestedTransactionContext,
    TransactionalDBClient,
    TransactionContext,
)
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
    translate_exceptions,
)
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError

TORN = "SQLite took back the whole transaction"
_BEGIN = "BEGIN IMMEDIATE"
_NUMBERS = itertools.count()  # of savepoints


class _Turn(ConnectionWrapper[Any]):
    """Whoever is cancelled leaves a statement in the driver's thread, which nobody may meet on the loop's: SQLite lets
    one thread in at a time, and the loop would wait for the other. Alone it is interrupted; within a transaction that
    could take back all of it."""

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> None:
        try:
            if kind is not None and issubclass(kind, asyncio.CancelledError):
                if not self.connection.in_transaction:
                    self.connection._conn.interrupt()
                with suppress(ValueError):  # it was closed meanwhile
                    await self.connection._execute(_nothing)
        finally:
            self._lock.release()


def _nothing() -> None:
    return


class AtOnce(SqliteClient):
    def acquire_connection(self) -> ConnectionWrapper[Any]:
        return _Turn(self._lock, self)

    @translate_exceptions
    async def by_key(self, query: str, values: Sequence[Any]) -> tuple[int, list[sqlite3.Row]]:
        """How many rows it changed, and those it returns. What would commit by itself waits for the disk elsewhere."""
        async with self.acquire_connection() as connection:
            raw = connection._conn
            before = raw.total_changes
            if raw.in_transaction or query.startswith("SELECT"):
                rows = raw.execute(query, values).fetchall()
            else:
                rows = await connection.execute_fetchall(query, values)
            return raw.total_changes - before, rows


class _Whole(_Turn):
    """The connection, as long as SQLite has not taken back the transaction, as it does on a full disk: whatever came
    after that would be kept, statement by statement, and what was before it not."""

    async def __aenter__(self) -> Any:
        connection = await super().__aenter__()
        if not connection._conn.in_transaction:
            self._lock.release()
            raise OperationalError(TORN)
        return connection


class _Transaction(SqliteTransactionWrapper, AtOnce):
    """Raises OperationalError for all that is asked of it after SQLite took it back, its commit included."""

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        return _Whole(self._lock, self)

    async def commit(self) -> None:
        self._ensure_whole()
        await super().commit()

    async def begin(self) -> None:
        try:
            if not self._begin_at_once():
                await self._connection.execute_fetchall(_BEGIN)
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from None

    def _begin_at_once(self) -> bool:
        """Unless another process writes at this moment: that is waited for in the thread."""
        raw = self._connection._conn
        [patience] = raw.execute("PRAGMA busy_timeout").fetchone()
        raw.execute("PRAGMA busy_timeout = 0")
        try:
            raw.execute(_BEGIN)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        finally:
            raw.execute(f"PRAGMA busy_timeout = {patience}")
        return True

    def _ensure_whole(self) -> None:
        if not self._connection._conn.in_transaction:
            raise OperationalError(TORN)

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(_Transaction(self))

    async def savepoint(self) -> None:
        self._savepoint = f"savepoint_{next(_NUMBERS)}"
        self._at_once(f"SAVEPOINT {self._savepoint}")

    async def savepoint_rollback(self) -> None:
        self._at_once(f"ROLLBACK TO {self._savepoint}")

    async def release_savepoint(self) -> None:
        self._at_once(f"RELEASE {self._savepoint}")

    def _at_once(self, sql: str) -> None:
        self._ensure_whole()
        try:
            self._connection._conn.execute(sql)
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from None


class _Scope(SqliteTransactionContext):
    connection: _Transaction

    async def __aenter__(self) -> TransactionalDBClient:
        """As the driver's own, but the lock and the connection are free again if it can't begin or is cancelled."""
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self._begin()
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection

    async def _begin(self) -> None:
        try:
            await self.connection.begin()
        except BaseException:
            await self.connection.rollback()  # a cancelled BEGIN may still have begun
            raise


class Client(AtOnce):
    async def create_connection(self, with_db: bool) -> None:
        """Raises sqlite3.Error before the driver starts its thread: where it can't open the file, it would leave that
        thread to speak to a loop that may be closed by then."""
        if self._connection is None:
            sqlite3.connect(self.filename).close()
            opened = await aiosqlite.connect(self.filename, isolation_level=None, check_same_thread=False)
            opened._conn.row_factory = sqlite3.Row
            for pragma, value in self.pragmas.items():
                await opened.execute_fetchall(f"PRAGMA {pragma} = {value}")
            self._connection = opened

    async def read_anything(self) -> None:
        """Whatever somebody wrote where text belongs is read as text, too; it costs each value some time."""
        await self.create_connection(with_db=True)
        if self._connection is not None:
            self._connection.text_factory = lambda data: data.decode("utf-8", errors="replace")

    def _in_transaction(self) -> TransactionContext:
        return _Scope(_Transaction(self), self._lock)


client_class = Client
