"""A SQLite database as files: whether somebody has it open, what lies beside it, and how it is put aside."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.storage.backups.layout import layout

_BESIDE: Final = ("", "-wal", "-shm", ".key", ".audit.key")


class StillRunningError(Exception):
    """The bot has the database open."""


def ensure_idle(file: Path) -> None:
    """Nobody else may have it open: a bot that runs would write on in the one that was put aside."""
    with closing(sqlite3.connect(file, timeout=0.2, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StillRunningError from None
            raise


def has_rows(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return any(
            connection.execute(f'SELECT 1 FROM "{each.name}" LIMIT 1').fetchone()  # noqa: S608 - a name of the models
            for each in layout()
            if each.name in there
        )


def put_aside(file: Path, at: datetime) -> Path | None:
    """With all that lies beside it: its keys open what is in it."""
    if not file.exists():
        return None
    aside = file.with_name(f"{file.name}.before-{at:%Y%m%d-%H%M%S}")
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def forget(file: Path) -> None:
    for ending in _BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)
