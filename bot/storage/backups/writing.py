"""A backup of the whole database in one encrypted file, taken while the bot works; either kind of database reads it.

Its lines: `{"table", "columns", "kinds"}` (a `layout.Kind` per column) with the rows of that table after it, as arrays,
and at the end `{"end": {"rows", "counters"}}`. Its head names the version of the tables: a newer program restores it
into those, and brings them to its own. The keys that the bot made for itself, by which parts of the database are sealed
and chained, lie in it as well: whoever has the file and the key of backups has all there is, and whoever lacks that key
has nothing.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.storage.backups.chest import Chest
from bot.storage.backups.layout import SCHEMA, Table, layout
from bot.storage.backups.snapshot import Page, Snapshot, snapshot
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.schema.versions import newest


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    taken_at: datetime
    tables: int
    rows: int
    bytes: int


class UnkeptError(Exception):
    """A database in memory has nothing that could be kept."""


async def back_up(
    database: Database, url: str, path: Path, key: bytes, keys: Mapping[str, str], *, at: datetime
) -> Made:
    """`key`: 32 bytes; `keys`: what else is needed to use it, by what it is for. Raises UnkeptError, OSError, and what
    the driver raises."""
    file = None if database.postgres else sqlite_path(url)
    if not database.postgres and file is None:
        raise UnkeptError
    counts = dict[str, int]()
    header = {"taken_at": at.isoformat(), SCHEMA: newest(postgres=database.postgres)}
    with Chest(path, key, header) as chest:
        async with snapshot(database, file) as seen:
            await asyncio.to_thread(chest.put, _line({"keys": dict(keys)}))
            for table in layout():
                counts[table.name] = await _copy(table, seen, chest)
            end = {"rows": counts, "counters": await seen.counters()}
        await asyncio.to_thread(chest.put, _line({"end": end}))
    return Made(path, at, len(counts), sum(counts.values()), chest.size)


async def _copy(table: Table, seen: Snapshot, chest: Chest) -> int:
    """How many rows."""
    columns, kinds = [each.name for each in table.columns], [each.kind for each in table.columns]
    await asyncio.to_thread(chest.put, _line({"table": table.name, "columns": columns, "kinds": kinds}))
    count = 0
    async for page in seen.pages(table):
        await asyncio.to_thread(_put, chest, page)
        count += len(page)
    return count


def _put(chest: Chest, page: Page) -> None:
    chest.put(b"".join(map(_line, page)))


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
