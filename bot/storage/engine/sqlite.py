"""Tortoise's SQLite driver, with transactions that begin as writers, in one step, and give way when beginning fails.

A transaction that only begins to write later can't be waited for when another process writes: SQLite refuses it at
once. And every step less is a hop less to the driver's thread and back.
"""

import sqlite3

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.connection import get_connections
from tortoise.exceptions import OperationalError


class _Transaction(SqliteTransactionWrapper):
    async def begin(self) -> None:
        try:
            await self._connection.execute_fetchall("BEGIN IMMEDIATE")
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


class Client(SqliteClient):
    async def create_connection(self, with_db: bool) -> None:
        """Raises sqlite3.Error before the driver starts its thread: where it can't open the file, it would leave that
        thread to speak to a loop that may be closed by then."""
        if self._connection is None:
            sqlite3.connect(self.filename).close()
        await super().create_connection(with_db)

    async def read_anything(self) -> None:
        """Whatever somebody wrote where text belongs is read as text, too; it costs each value some time."""
        await self.create_connection(with_db=True)
        if self._connection is not None:
            self._connection.text_factory = lambda data: data.decode("utf-8", errors="replace")

    def _in_transaction(self) -> TransactionContext:
        return _Scope(_Transaction(self), self._lock)


client_class = Client
