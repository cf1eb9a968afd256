"""A database from a backup: into one that is empty, or instead of one that is put aside.

What was waiting to be sent when the backup was taken has most likely been sent since. It comes back as a send whose
outcome is unknown, so that the usual rule decides what may go once more, and the rest is listed. The same holds for
what answers messages that waited then, and for what falls due in between, and is said by jobs once the bot runs again
(scheduler/ticker.py).
"""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.domain.audit.links import Keyring
from bot.shapes.act import Act
from bot.shapes.job import RESTORED
from bot.storage.audit import trail
from bot.storage.backups.chest import ChestError, header_of
from bot.storage.backups.files import StillRunningError, ensure_idle, forget, has_rows, put_aside
from bot.storage.backups.filling import NotEmptyError, into_postgres, into_sqlite
from bot.storage.backups.keys import AUDIT, SEAL, put_down
from bot.storage.backups.layout import SCHEMA
from bot.storage.backups.reading import Content, Rows, pages_of
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.engine.keys import Row
from bot.storage.models.operating import JobRecord
from bot.storage.privacy.key_file import read_key
from bot.storage.schema.upgrading import applied, upgrade
from bot.storage.schema.versions import newest

_DOUBT: Final = (
    "UPDATE outbox SET state = 'sending', claimed_at = ?1, owner = NULL"
    " WHERE state NOT IN ('done', 'refused') AND id > 0 AND state IN ('waiting', 'sending', 'again')"
)
AT_ONCE: Final = 1000  # messages that are read and marked by a statement each
_WAITED: Final = (
    "SELECT id, payload FROM inbox WHERE state <> 'done' AND id > 0 AND state IN ('waiting', 'again') AND id > ?1"
    " ORDER BY id LIMIT ?2"
)
_MARK: Final = {  # on PostgreSQL or not
    True: "UPDATE inbox SET payload = marked.payload FROM unnest(?1::bigint[], ?2::text[]) AS marked (id, payload)"
    " WHERE inbox.id = marked.id",
    False: "UPDATE inbox SET payload = json_extract(marked.value, '$[1]') FROM json_each(?1) AS marked"
    " WHERE inbox.id = json_extract(marked.value, '$[0]')",
}


@dataclass(frozen=True, slots=True)
class Restored:
    """`unsure`: sends that waited, and may have gone out since; messages that waited, and may have been answered.
    `homeless`: keys that the configuration has to name, since there is no file for them to lie beside. `aside`: what
    was there before."""

    taken_at: datetime
    rows: int
    unsure: int
    homeless: Sequence[str] = ()
    aside: Path | None = None


class OlderBackupError(Exception):
    """It fits into a PostgreSQL without any tables alone: here are those of a newer version."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`keys`: of backups, one of which opens it; `audit_keys`: as configured, which stamp what is noted of it.
    `stopped_at`: when the bot was alive for the last time; None: just now."""

    path: Path
    keys: Sequence[bytes]
    audit_keys: Sequence[bytes] = ()
    stopped_at: datetime | None = None


async def restore(backup: Opening, url: str, *, replaces: bool, by: Act) -> Restored:
    """In a process of its own: the ORM knows one kind of database.

    Raises ChestError, NotEmptyError, StillRunningError, OSError, what the driver raises; then nothing was changed.
    """
    file = sqlite_path(url)
    if file is None:
        return await _on_postgres(backup, url, replaces=replaces, by=by)
    if file.exists():
        ensure_idle(file)
        if not replaces and has_rows(file):
            raise NotEmptyError
    return await _on_sqlite(backup, file, by=by)


async def _on_sqlite(backup: Opening, file: Path, *, by: Act) -> Restored:
    """Beside it first, under another name: it takes its place when all is in it."""
    made = file.with_name(f"{file.name}.restoring")
    forget(made)
    (taken_at, version), content = _head(backup.path, postgres=False), Content()
    database = await Database.open(f"sqlite://{made}")
    try:
        await upgrade(database, to=version)
        await asyncio.to_thread(into_sqlite, _opened(backup, content), made, content)
        await upgrade(database)
        database.stamp_with(_ring(backup, content))
        unsure, seal = await _afterwards(database, backup, taken_at, by)
    except BaseException:
        await database.close()
        forget(made)
        raise
    await database.close()
    aside = put_aside(file, by.at)
    made.rename(file)
    put_down({**({SEAL: seal} if seal else {}), **content.keys}, f"sqlite://{file}")
    return Restored(taken_at, sum(content.rows.values()), unsure, aside=aside)


async def _on_postgres(backup: Opening, url: str, *, replaces: bool, by: Act) -> Restored:
    (taken_at, version), content = _head(backup.path, postgres=True), Content()
    database = await Database.open(url)
    try:
        await _ensure_room(database, version)
        if await database.fetch(
            "SELECT 1 AS one FROM process WHERE seen_at > (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint - 5000"
        ):
            raise StillRunningError
        await into_postgres(_opened(backup, content), database, content, replaces=replaces)
        await upgrade(database)
        database.stamp_with(_ring(backup, content))
        unsure, seal = await _afterwards(database, backup, taken_at, by)
        if not seal and SEAL in content.keys:
            await database.execute("INSERT INTO seal_key (id, value) VALUES (1, ?1)", content.keys[SEAL])
    finally:
        await database.close()
    homeless = [each for each in content.keys if each != SEAL]
    return Restored(taken_at, sum(content.rows.values()), unsure, homeless)


async def _afterwards(database: Database, backup: Opening, taken_at: datetime, by: Act) -> tuple[int, str]:
    """How many sends are unsure, and the key that lies in the database itself, if one does."""

    async def work() -> int:
        unsure = await database.execute(_DOUBT, int(taken_at.timestamp() * 1000)) + await _mark_replayed(database)
        await JobRecord.update_or_create({"due_at": backup.stopped_at or by.at}, name=RESTORED)
        await trail.record(by, "database.restored", "database", taken_at=taken_at.isoformat(), unsure=unsure)
        return unsure

    unsure = await database.transact(work)
    rows = await database.fetch("SELECT value FROM seal_key ORDER BY id")
    return unsure, rows[0]["value"] if rows else ""


async def _mark_replayed(database: Database, at_once: int = AT_ONCE) -> int:
    """How many. What another version wrote and this one can't read is parked by the one that tries."""
    marked = last = 0
    while rows := await database.fetch(_WAITED, last, at_once):
        last = rows[-1]["id"]
        if found := dict(_replayed(rows)):
            pairs = [list(found), list(found.values())] if database.postgres else [json.dumps(list(found.items()))]
            marked += await database.execute(_MARK[database.postgres], *pairs)
    return marked


def _replayed(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    for row in rows:
        with suppress(ValueError):
            yield row["id"], codec.dump(replace(codec.load(row["payload"]), replayed=True))


def _ring(backup: Opening, content: Content) -> Keyring | None:
    if backup.audit_keys:
        return Keyring(backup.audit_keys)
    return Keyring([read_key(content.keys[AUDIT])]) if AUDIT in content.keys else None


def _head(path: Path, *, postgres: bool) -> tuple[datetime, int]:
    """When it was taken, and from which version of the tables. Raises ChestError, OSError."""
    try:
        header = header_of(path)
        taken_at, version = datetime.fromisoformat(header["taken_at"]), int(header[SCHEMA])
    except (KeyError, ValueError):
        raise ChestError("文件头坏了") from None
    if version > (known := newest(postgres=postgres)):
        raise ChestError(f"它的表是第 {version} 版，这个程序只认识到第 {known} 版：换成新的程序再恢复")
    return taken_at, version


async def _ensure_room(database: Database, version: int) -> None:
    """Tables of that version, into which the backup fits. Raises NotEmptyError."""
    older = version < newest(postgres=True)
    if older and await applied(database):
        raise OlderBackupError
    await upgrade(database, to=version if older else None)


def _opened(backup: Opening, content: Content) -> Iterator[Rows]:
    """By the first key that opens it. Raises ChestError."""
    problem = ChestError("没有密钥")
    for key in backup.keys:
        pages = pages_of(backup.path, key, content)
        try:
            first = next(pages, None)
        except ChestError as error:
            problem = error
            continue
        return _with_first(first, pages)
    raise problem


def _with_first(first: Rows | None, pages: Iterator[Rows]) -> Iterator[Rows]:
    if first:
        yield first
    yield from pages
