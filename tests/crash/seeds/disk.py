"""A database in memory that outlives the process that writes to it: `Database.open(url, engine=...)`, within `plugged`.

A process that is killed leaves what it committed; what it does from then on reaches nothing.
"""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.storage.engine.sqlite import Client
from tests.crash.seeds.trace import Trace

T = TypeVar("T")
COMMIT = "COMMIT"
UNFAILING = ("SAVEPOINT", "RELEASE", "ROLLBACK")  # they only move marks in memory
MOST_BAD = 6
LONGEST = 0.2  # seconds for which a slow statement takes


@dataclass(slots=True)
class Disk:
    """`slow`: how many of the statements take their time, as on a busy disk; `bad`: how many of them fail, at most
    `MOST_BAD` in each process."""

    raw: sqlite3.Connection
    chance: random.Random
    trace: Trace
    slow: float = 0.0
    bad: float = 0.0
    mounted: int = 0  # how often
    failed: int = 0

    @classmethod
    def of(cls, pages: bytes, chance: random.Random, trace: Trace, *, slow: float = 0.0, bad: float = 0.0) -> "Disk":
        raw = sqlite3.connect(":memory:", isolation_level=None)
        if pages:
            raw.deserialize(pages)
        raw.execute("PRAGMA foreign_keys=ON")
        raw.row_factory = sqlite3.Row
        return cls(raw, chance, trace, slow, bad)

    def pull(self) -> None:
        """Whoever has it mounted has it no longer; what was under way is taken back."""
        self.mounted += 1
        self.failed = 0
        self.raw.rollback()

    def fail(self, sql: str) -> bool:
        """Whether this one does. SQLite often takes back all that its transaction did, and always where that can't be
        committed."""
        if not self.bad or self.failed >= MOST_BAD or sql.startswith(UNFAILING) or self.chance.random() >= self.bad:
            return False
        self.failed += 1
        self.trace.saw(f"fails: {sql.split()[0]}")
        if sql == COMMIT or self.chance.random() < 0.5:
            self.raw.rollback()
        return True

    def read(self, sql: str) -> list[Any]:
        """For who looks from outside."""
        return self.raw.execute(sql).fetchall()


_disk: ContextVar[Disk] = ContextVar("disk")


@contextmanager
def plugged(disk: Disk) -> Iterator[None]:
    token = _disk.set(disk)
    try:
        yield
    finally:
        _disk.reset(token)


class _Cursor:
    async def close(self) -> None:
        """Nothing is held open."""


class _Mount:
    """What one process has of the disk, and what the driver uses of a connection of the standard library."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._number = disk.mounted

    @property
    def total_changes(self) -> int:
        return self.disk.raw.total_changes

    @property
    def in_transaction(self) -> bool:
        return self.disk.raw.in_transaction

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self.use(sql, values).execute(sql, values)

    def use(self, sql: str, values: object) -> sqlite3.Connection:
        """Raises sqlite3.OperationalError where the disk does, and in a process that is dead."""
        if self._number != self.disk.mounted:
            raise _failure("this process is dead")
        if self.disk.fail(sql):
            raise _failure("disk I/O error")
        self.disk.trace.stated(sql, values)
        return self.disk.raw


def _failure(why: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    return error


class _Connection:
    """What Tortoise uses of aiosqlite; a step before and after each statement."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._conn = _Mount(disk)  # for what is done where it is asked for, without a step

    @property
    def total_changes(self) -> int:
        return self._conn.total_changes

    async def execute(self, sql: str, values: Iterable[Any] | None = None) -> _Cursor:
        await self._stepped(lambda raw: raw.execute(sql, tuple(values or ())).close(), sql, values)
        return _Cursor()

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> _Cursor:
        await self._stepped(lambda raw: raw.executemany(sql, rows).close(), sql, rows)
        return _Cursor()

    async def executescript(self, sql: str) -> _Cursor:
        await self._stepped(lambda raw: raw.executescript(sql).close(), sql, ())
        return _Cursor()

    async def execute_insert(self, sql: str, values: Iterable[Any] | None = None) -> tuple[int | None]:
        return await self._stepped(lambda raw: (raw.execute(sql, tuple(values or ())).lastrowid,), sql, values)

    async def execute_fetchall(self, sql: str, values: Iterable[Any] | None = None) -> list[sqlite3.Row]:
        return await self._stepped(lambda raw: raw.execute(sql, tuple(values or ())).fetchall(), sql, values)

    async def commit(self) -> None:
        await self._stepped(sqlite3.Connection.commit, COMMIT, ())

    async def rollback(self) -> None:
        await self._stepped(sqlite3.Connection.rollback, "ROLLBACK", ())

    async def close(self) -> None:
        """The disk outlives it."""

    async def _stepped(self, call: Callable[[sqlite3.Connection], T], sql: str, values: object) -> T:
        await asyncio.sleep(self._pause())
        done = call(self._conn.use(sql, values))
        await asyncio.sleep(self._pause())
        return done

    def _pause(self) -> float:
        disk = self._disk
        return disk.chance.uniform(0, LONGEST) if disk.slow and disk.chance.random() < disk.slow else 0.0


class DiskClient(Client):
    async def create_connection(self, with_db: bool) -> None:
        if self._connection is None:
            self._connection = _Connection(_disk.get())  # type: ignore[assignment]


client_class = DiskClient
