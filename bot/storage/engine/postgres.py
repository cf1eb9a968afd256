"""Tortoise's PostgreSQL driver, without the round trip that wipes a connection each time it goes back to the pool.

There is nothing to wipe: settings and nearly all locks are the transaction's own, and whoever listens takes his ear off
himself. Who takes a lock of the session gives it back, or closes the connection (`session_locks`).
"""

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient


class Connection(asyncpg.Connection):  # type: ignore[misc]
    def get_reset_query(self) -> str:
        return ""


class Client(AsyncpgDBClient):
    connection_class = Connection


client_class = Client
