"""The inbox of several processes on one PostgreSQL: one person's messages in order, whoever works on them.

A person's lane is locked by the transaction that works on a message of his, so it is free the moment that transaction
ends or its process dies, and never taken from one that is only slow. What is urgent has a lane of its own.
"""

from collections.abc import Sequence
from typing import Final

from bot.shapes.incoming import Incoming
from bot.shapes.queue import NotYet
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.queues.early import too_early
from bot.storage.queues.inbox import InboxTable

LOOK_AGAIN: Final = 0.1  # seconds, while somebody else is at it

_LOCK: Final = (
    "SELECT state, retry_at, CASE WHEN state = 'waiting'"
    " THEN pg_try_advisory_xact_lock(hashtextextended('inbox:' || urgent || sender, 0)) END AS locked"
    " FROM inbox WHERE id = ?1"
)
# Asked after the lock, by another statement: only so it sees what the lane's last holder did. In a SELECT of its own:
# see `claims`.
_IS_FIRST: Final = (
    " AND (SELECT inbox.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM inbox older WHERE older.state <> 'done'"
    " AND older.state = 'waiting' AND older.sender = inbox.sender AND older.id < inbox.id"
    " AND older.urgent = inbox.urgent))"
)
_CLAIM: Final = "UPDATE inbox SET state = 'done', done_at = ?1 WHERE id = ?2" + _IS_FIRST + " RETURNING payload"  # noqa: S608 - a constant
_COUNT: Final = "UPDATE inbox SET attempts = attempts + 1, why = ?1 WHERE id = ?2" + _IS_FIRST + " RETURNING attempts"  # noqa: S608 - a constant
_WAITS: Final = "SELECT id FROM inbox WHERE id = ANY(?1::bigint[]) AND (SELECT inbox.state = 'waiting')"


class SharedInboxTable(InboxTable):
    async def claim(self, row: int, at: int) -> Incoming | None:
        rows = await self._first(row, _CLAIM, at)
        return codec.load(rows[0]["payload"]) if rows else None

    async def resume(self, row: int, why: str) -> int:
        rows = await self._database.transact(lambda: self._first(row, _COUNT, why[:200]))
        return int(rows[0]["attempts"]) if rows else 0

    async def _first(self, row: int, change: str, value: object) -> list[Row]:
        """Make the change if the row is the first of its lane, and keep the lane until the transaction ends."""
        if not await self._lock(row):
            return []
        rows = await self._database.fetch(change, value, row)
        if not rows and await still_waiting(self._database, [row]):
            raise NotYet(LOOK_AGAIN)
        return rows

    async def _lock(self, row: int) -> bool:
        """False: it was worked on before."""
        [found] = await self._database.fetch(_LOCK, row)
        if found["state"] != "waiting":
            return False
        if not found["locked"]:
            raise NotYet(LOOK_AGAIN)
        if early := too_early(found["retry_at"]):
            raise NotYet(early)
        return True


async def still_waiting(database: Database, rows: Sequence[int]) -> set[int]:
    return {row["id"] for row in await database.fetch(_WAITS, list(rows))}
