"""Tortoise's PostgreSQL driver, without the round trip that wipes a connection each time it goes back to the pool, and
with nobody who waits for a server that hangs, or a network that has forgotten him, any longer than he wanted to.

There is nothing to wipe: settings and nearly all locks are the transaction's own, and whoever listens takes his ear off
himself. Who takes a lock of the session gives it back, or closes the connection (`session_locks`).
"""

import asyncio
import socket
import time
from typing import Any, ClassVar, Final

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections

STOPPED_WITHIN: Final = 0.5  # seconds until a statement that was given up must have ended
CLOSED_WITHIN: Final = 1.0  # seconds: a server that hangs says good-bye to nobody
# Of the system, which else asks for two hours whether anybody is there: seconds, but for the last one, of ms. What a
# firewall forgets while nothing is said, it keeps as long as this goes through it.
_KEPT_ALIVE: Final = {"TCP_KEEPIDLE": 30, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 15_000}


class Connection(asyncpg.Connection):  # type: ignore[misc]
    """`left`: of those that have ended, the numbers of the server's processes, and when, by our clock. Where the
    network is silent, the server has not heard of it, and keeps their locks."""

    left: ClassVar[dict[int, float]] = {}

    def __init__(self, protocol: Any, transport: asyncio.Transport, *others: Any) -> None:
        super().__init__(protocol, transport, *others)
        self._process = self.get_server_pid()
        _keep_alive(transport.get_extra_info("socket"))

    def get_reset_query(self) -> str:
        return ""

    def _cancel_current_command(self, *waiters: Any) -> None:
        """Who has waited long enough does not wait a minute more for the server to say that it has stopped, neither to
        take back his transaction nor to give his connection back."""
        super()._cancel_current_command(*waiters)
        self._loop.call_later(STOPPED_WITHIN, self._cease)

    def _cleanup(self) -> None:
        """Told of every end, whoever made it."""
        self.left[self._process] = time.monotonic()
        super()._cleanup()

    def _cease(self) -> None:
        if not self.is_closed() and self._protocol._is_cancelling():
            self.terminate()


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
    connection_class: type[Connection] = Connection

    def __init__(self, *values: Any, **options: Any) -> None:
        super().__init__(*values, **options)
        self.left: dict[int, float] = {}
        self.connection_class = type("Connection", (self.connection_class,), {"left": self.left})

    def _in_transaction(self) -> TransactionContext:
        return _Scope(TransactionWrapper(self), self._pool_init_lock)

    def give_up(self) -> None:
        """Each connection that is there, at once, with what waits on it."""
        for holder in self._pool._holders if self._pool else ():
            holder.terminate()

    async def _close(self) -> None:
        if self._pool:
            try:
                async with asyncio.timeout(CLOSED_WITHIN):
                    await self._pool.close()
            except TimeoutError:
                self._pool.terminate()
            self._pool = None


def _keep_alive(plug: socket.socket | None) -> None:
    """Unless it is one of this very machine."""
    if plug is not None and plug.family in (socket.AF_INET, socket.AF_INET6):
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEPT_ALIVE.items():
            if option := getattr(socket, name, None):  # not every system has each
                plug.setsockopt(socket.IPPROTO_TCP, option, value)


client_class = Client
