"""A backup is restored aside and looked through: that it can be is known only by doing it."""

import asyncio
import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.shapes.act import Act
from bot.storage.audit.audit_key import ring_for
from bot.storage.audit.verifying import verify
from bot.storage.backups.restoring import Opening, restore
from bot.storage.engine.database import Database
from bot.storage.privacy.key_file import key_path

PREFIX: Final = "qunwu-rehearsal-"
LONGEST: Final = 2 * 3600.0  # seconds; who is still at it then was killed


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """`problem`: in Chinese; nothing if all is there."""

    rows: int
    problem: str = ""


async def rehearse(path: Path, keys: Sequence[bytes], audit_keys: Sequence[bytes]) -> Rehearsed:
    """Raises as `restore` does."""
    now = datetime.now(UTC)
    by = Act("qunwu restore", "rehearse", "运维", "rehearsal", now)
    sweep(Path(tempfile.gettempdir()), time.time())
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        file = Path(folder) / "rehearsed.sqlite3"
        restored = await restore(Opening(path, keys, audit_keys), f"sqlite://{file}", replaces=False, by=by)
        if problem := await asyncio.to_thread(_integrity, file):
            return Rehearsed(restored.rows, problem)
        return Rehearsed(restored.rows, await _chain(file, audit_keys))


def sweep(folder: Path, now: float) -> None:
    """What a rehearsal left that was killed: the whole database, open, with its keys."""
    for left in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            seen = left.lstat()
            if stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.getuid() and now - seen.st_mtime > LONGEST:
                shutil.rmtree(left, ignore_errors=True)


def _integrity(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    return "" if found == "ok" else "恢复出来的数据库有损坏"


async def _chain(file: Path, audit_keys: Sequence[bytes]) -> str:
    """As far as there is a key here."""
    url = f"sqlite://{file}"
    there = key_path(url, "audit.key")
    if not audit_keys and (there is None or not there.exists()):
        return ""
    ring = ring_for(url, audit_keys)
    database = await Database.open(url)
    try:
        verdict = await verify(database, ring, {}) if ring else None
    finally:
        await database.close()
    return f"审计记录核对不上：{verdict.breaks[0].said}" if verdict and verdict.breaks else ""
