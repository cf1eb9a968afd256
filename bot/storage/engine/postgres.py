"""Tortoise's PostgreSQL driver, without the round trip that wipes a connection each time it goes back to the pool, and
with nobody who waits for a server that hangs any longer than he wanted to.

There is nothing to wipe: settings and nearly all locks are the transaction's own, and whoever listens takes his ear off
himself. Who takes a lock of the session gives it back, or closes the connection (`session_locks`).
"""

import asyncio
from typing import Any, Final

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    PoolConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

STOPPED_WITHIN: Final = 0.5  # seconds until a statement that was given up must have ended
CLOSED_WITHIN: Final = 1.0  # seconds: a server that hangs says good-bye to nobody


class Connection(asyncpg.Connection):  # type: ignore[misc]
    def get_reset_query(self) -> str:
        return ""


class _Borrowed(PoolConnectionWrapper[Connection]):
    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        """Who has waited long enough does not wait half a minute more for the server to say that it has stopped."""
        release = super().__aexit__(exc_type, exc_val, exc_tb)
        if not (exc_type and issubclass(exc_type, asyncio.CancelledError | TimeoutError)):
            await release
            return
        releasing = asyncio.ensure_future(release)
        await asyncio.wait([releasing], timeout=STOPPED_WITHIN)
        if self.connection and not releasing.done():
            self.connection.terminate()
        await releasing


class _Scope(TransactionContextPooled):
    async def __aenter__(self) -> TransactionalDBClient:
        """As the driver's own, but if it can't begin, its place in the pool is free again at once.

        The connection is closed: nobody knows whether that BEGIN gets through later.
        """
        await self.ensure_connection()
        pool = self.client._parent._pool
        self.client._connection = connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            connection.terminate()
            await pool.release(connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


class Client(AsyncpgDBClient):
    connection_class = Connection

    def acquire_connection(self) -> PoolConnectionWrapper[Connection]:
        return _Borrowed(self, self._pool_init_lock)

    def _in_transaction(self) -> TransactionContext:
        return _Scope(TransactionWrapper(self), self._pool_init_lock)

    async def _close(self) -> None:
        if self._pool:
            try:
                async with asyncio.timeout(CLOSED_WITHIN):
                    await self._pool.close()
            except TimeoutError:
                self._pool.terminate()
            self._pool = None


client_class = Client
