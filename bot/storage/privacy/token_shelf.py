"""WeCom's access tokens of processes that share a PostgreSQL, under the seal."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog

from bot.shapes.token_shelf import KeptToken
from bot.storage.engine.database import Database
from bot.storage.engine.session_locks import let_go
from bot.storage.engine.times import NOW_MS
from bot.storage.privacy.sealing import Seal, UnopenableError

log = structlog.get_logger()

PATIENCE: Final = 10.0  # seconds for another process that fetches; a call takes eight at most
_LOCK: Final = "SELECT pg_advisory_lock(hashtextextended('token:' || $1, 0))"
_UNLOCK: Final = "SELECT pg_advisory_unlock(hashtextextended('token:' || $1, 0))"
_NOW: Final = NOW_MS[True]
_READ: Final = f"SELECT sealed, renew_at - {_NOW} AS left_ms FROM access_token WHERE name = ?1 AND renew_at > {_NOW}"  # noqa: S608 - constants
_WRITE: Final = (
    f"INSERT INTO access_token (name, sealed, renew_at) VALUES (?1, ?2, {_NOW} + ?3::bigint) ON CONFLICT (name)"  # noqa: S608 - constants
    " DO UPDATE SET sealed = excluded.sealed, renew_at = excluded.renew_at"
)
_FORGET: Final = f"DELETE FROM access_token WHERE renew_at < {_NOW} - 86400000"  # noqa: S608 - a constant


class SharedTokens:
    """`bot.shapes.token_shelf.TokenShelf`."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        """By a lock of this connection, which ends with it, and so with a process that is killed."""
        async with self._database.connected() as connection:
            try:
                await connection.execute(_LOCK, name, timeout=PATIENCE)
                yield
            finally:
                await let_go(connection, _UNLOCK, name)

    async def read(self, name: str) -> KeptToken | None:
        for row in await self._database.fetch(_READ, name):
            try:
                return KeptToken(self._seal.open_text(row["sealed"], f"token:{name}"), row["left_ms"] / 1000)
            except UnopenableError:  # of another key: whoever has that one keeps his own
                log.warning("token.unopenable")
        return None

    async def write(self, name: str, kept: KeptToken) -> None:
        sealed = self._seal.seal_text(kept.text, f"token:{name}")
        await self._database.execute(_WRITE, name, sealed, int(kept.left * 1000))
        await self._database.execute(_FORGET)
