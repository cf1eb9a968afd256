"""`backup.…`, `restore.…`: seconds to write a database of so many rows into one encrypted file, and back from it."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench import old
from bench.figures import Figure
from bench.trials import Opened, UntrustworthyError
from bot.shapes.act import Act
from bot.storage.backups.restoring import Opening, restore
from bot.storage.backups.writing import back_up
from bot.storage.engine.database import Database

COPIED: Final = "SQLite's own copy of the same file (VACUUM INTO)"
_KEY: Final = b"k" * 32


def figures(rows: int, postgres: Callable[[], Opened]) -> Generator[Figure, None, None]:
    """`rows` of messages and answers together."""
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name:
        folder = Path(name)
        file, backup = folder / "old.sqlite3", folder / "old.qunwu"
        old.write(file, rows // 2)
        copied = _timed(lambda: _copy(file, folder / "copy.sqlite3"))
        more = {"baseline_value": copied, "rows": rows}

        def figure(what: str, seconds: float) -> Figure:
            return Figure(what, seconds, "s", COPIED, seconds / copied, more)

        yield figure("backup.sqlite", _timed(lambda: asyncio.run(_back_up(f"sqlite:///{file}", backup))))
        again = f"sqlite:///{folder / 'again.sqlite3'}"
        yield figure("restore.sqlite", _timed(lambda: asyncio.run(_restore(backup, again, rows))))
        with postgres()(folder) as url:
            yield figure("restore.postgres", _timed(lambda: asyncio.run(_restore(backup, url, rows))))


def _timed(work: Callable[[], None]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _copy(file: Path, to: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("VACUUM INTO ?", (str(to),))


async def _back_up(url: str, path: Path) -> None:
    database = await Database.open(url)
    try:
        await back_up(database, url, path, _KEY, {}, at=datetime.now(UTC))
    finally:
        await database.close()


async def _restore(backup: Path, url: str, rows: int) -> None:
    now = datetime.now(UTC)
    restored = await restore(
        Opening(backup, [_KEY]), url, replaces=True, by=Act("bench", "restore", "bench", "bench", now)
    )
    if restored.rows < rows // 2 * 2:
        raise UntrustworthyError(f"{restored.rows} of {rows} rows came back")
