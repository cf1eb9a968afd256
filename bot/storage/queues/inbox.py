"""The inbox table, by hand-written SQL: a row per message through the ORM would cost half the throughput."""

import functools
from collections.abc import Mapping, Sequence
from typing import Final

import structlog

from bot.shapes.incoming import Incoming
from bot.shapes.queue import Waiting
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.times import to_ms

log = structlog.get_logger()

_INSERT: Final = (
    "INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts)"
    " SELECT key, sender, urgent, received_at, payload, 'waiting', 0, 0"
    " FROM unnest(?1::text[], ?2::text[], ?3::bool[], ?4::bigint[], ?5::text[]) WITH ORDINALITY"
    " AS new (key, sender, urgent, received_at, payload, place) ORDER BY place"
    " ON CONFLICT (key) DO NOTHING RETURNING id, key"
)

_New = Mapping[str, tuple[Incoming, bool]]


class InboxTable:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._last: int | None = None  # the highest id given to a row, on SQLite

    async def store(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[int | None]:
        """One INSERT for everybody who waits: alone, a statement is its own transaction and commit."""
        new = {incoming.key: (incoming, urgent) for incoming, urgent in batch}
        ids = await (self._insert(new) if self._database.postgres else self._insert_numbered(new))
        return [ids.pop(incoming.key, None) for incoming, _ in batch]

    async def _insert(self, new: _New) -> dict[str, int]:
        """A list per column, so that it is one statement however many there are: PostgreSQL plans it once."""
        columns = zip(*(_values(*each) for each in new.values()), strict=True)
        rows = await self._database.fetch(_INSERT, *map(list, columns))
        return {row["key"]: row["id"] for row in rows}

    async def _insert_numbered(self, new: _New) -> dict[str, int]:
        """SQLite has one writer, so the numbers can be ours: RETURNING would hand the interpreter's lock to the
        driver's thread and back once per row, a quarter of a callback's time."""
        before = await self._highest()
        ids = {key: number for number, key in enumerate(new, before + 1)}
        self._last = before + len(new)
        values = [value for key, each in new.items() for value in (ids[key], *_values(*each))]
        try:
            changed = await self._database.execute(_insert_numbered(len(new)), *values)
        except BaseException:
            self._last = None
            raise
        if changed == len(new):
            return ids
        try:
            return await self._numbered(before)
        except Exception:  # what is stored must be announced; a number that no row has is worked on in no time
            log.exception("inbox.not_numbered")
            return ids

    async def _numbered(self, after: int) -> dict[str, int]:
        """Which rows of the last batch are new."""
        rows = await self._database.fetch("SELECT id, key FROM inbox WHERE id > ?1", after)
        return {row["key"]: row["id"] for row in rows}

    async def _highest(self) -> int:
        if self._last is None:
            rows = await self._database.fetch(
                "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'inbox'), 0) AS last"
            )
            self._last = int(rows[0]["last"])
        return self._last

    async def waiting(self, after: int = 0) -> Sequence[Waiting]:
        rows = await self._database.fetch(
            "SELECT id, sender, urgent, retry_at, attempts FROM inbox"
            " WHERE state <> 'done' AND id > 0 AND state = 'waiting' AND id > ?1 ORDER BY id",
            after,
        )
        return [
            Waiting(row["id"], row["sender"], bool(row["urgent"]), row["retry_at"], True, row["attempts"])
            for row in rows
        ]

    async def claim(self, row: int, at: int) -> Incoming | None:
        rows = await self._database.fetch_by_key(
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


def _values(incoming: Incoming, urgent: bool) -> tuple[object, ...]:
    return incoming.key, incoming.sender, urgent, to_ms(incoming.at), codec.dump(incoming)


@functools.cache
def _insert_numbered(rows: int) -> str:
    places = ", ".join(
        "(" + ", ".join(f"?{row * 6 + column}" for column in range(1, 7)) + ", 'waiting', 0, 0)" for row in range(rows)
    )
    return (
        "INSERT INTO inbox (id, key, sender, urgent, received_at, payload, state, retry_at, attempts)"  # noqa: S608 - places only
        f" VALUES {places} ON CONFLICT (key) DO NOTHING"
    )
