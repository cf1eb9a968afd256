"""The inbox table, by hand-written SQL: a row per message through the ORM would cost half the throughput."""

import functools
from collections.abc import Sequence

from bot.shapes.incoming import Incoming
from bot.shapes.queue import Waiting
from bot.storage import codec
from bot.storage.database import Database
from bot.storage.times import to_ms

_COLUMNS = 5


class InboxTable:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        """One multi-row INSERT for everybody who waits: alone, a statement is its own transaction and commit."""
        new = {incoming.key: (incoming, urgent) for incoming, urgent in batch}
        values = [
            value
            for incoming, urgent in new.values()
            for value in (incoming.key, incoming.sender, urgent, to_ms(incoming.at), codec.dump(incoming))
        ]
        rows = await self._database.fetch(_insert(len(new)), *values)
        ids = {row["key"]: row["id"] for row in rows}
        return [ids.pop(incoming.key, None) for incoming, _ in batch]

    async def waiting(self) -> Sequence[Waiting]:
        rows = await self._database.fetch(
            "SELECT id, sender, urgent, retry_at FROM inbox WHERE state <> 'done' AND state = 'waiting' ORDER BY id"
        )
        return [Waiting(row["id"], row["sender"], bool(row["urgent"]), row["retry_at"], resumed=True) for row in rows]

    async def claim(self, row: int, at: int) -> Incoming | None:
        rows = await self._database.fetch(
            "UPDATE inbox SET state = 'done', done_at = ?1 WHERE id = ?2 AND state = 'waiting' RETURNING payload",
            at,
            row,
        )
        return codec.load(rows[0]["payload"]) if rows else None

    async def fail(self, row: int, why: str) -> int:
        rows = await self._database.transact(
            lambda: self._database.fetch(
                "UPDATE inbox SET attempts = attempts + 1, why = ?1 WHERE id = ?2 RETURNING attempts", why[:200], row
            )
        )
        return int(rows[0]["attempts"])

    async def resume(self, row: int, why: str) -> int:
        return await self.fail(row, why)

    async def hold(self, row: int, until: int) -> None:
        sql = "UPDATE inbox SET retry_at = ?1 WHERE id = ?2"
        await self._database.transact(lambda: self._database.execute(sql, until, row))

    async def park(self, row: int, ticket: str, why: str) -> Incoming | None:
        rows = await self._database.fetch(
            "UPDATE inbox SET state = 'parked', ticket = ?1, why = ?2 WHERE id = ?3 AND state = 'waiting'"
            " RETURNING payload",
            ticket,
            why[:200],
            row,
        )
        try:
            return codec.load(rows[0]["payload"]) if rows else None
        except ValueError:
            return None


@functools.cache
def _insert(rows: int) -> str:
    places = ", ".join(
        "(" + ", ".join(f"?{row * _COLUMNS + column}" for column in range(1, _COLUMNS + 1)) + ", 'waiting', 0, 0)"
        for row in range(rows)
    )
    return (
        "INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts)"  # noqa: S608 - places only
        f" VALUES {places} ON CONFLICT (key) DO NOTHING RETURNING id, key"
    )
