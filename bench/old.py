"""A database that has seen much: finished messages and answers, and some that nobody has worked off yet."""

import asyncio
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg

from bench.bot_under_test import sqlite
from bench.people import user
from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToPerson
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.opening import opened
from bot.storage.engine.times import from_ms
from bot.storage.schema.upgrading import upgrade
from bot.storage.store import Records
from scheduler.message_retention import KEPT, NAME

AGE = timedelta(days=1)  # younger than what the bot throws away by itself
TOO_OLD = KEPT + timedelta(days=1)

_NUMBERS = "WITH RECURSIVE number(n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM number WHERE n < ?2)"
_HEARD = (
    _NUMBERS + " INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts, done_at)"
    " SELECT 'old-' || n, printf('u%06d', n % 2000), 0, ?3, ?4, ?5, 0, 0, CASE ?5 WHEN 'done' THEN ?3 END FROM number"
)
_SAID = (
    _NUMBERS + " INSERT INTO outbox (cause, lane, urgent, state, created_at, retry_at, attempts, step, route,"
    " check_duplicates, claimed_at, settled_at, errcode, receipt, address, content)"
    " SELECT 'message:' || n, printf('app:u%06d', n % 2000), 0, 'done', ?3, 0, 1, 0, 'app', 1, ?3, ?3, 0, NULL, ?4, ?5"
    " FROM number"
)

FILLED_WITHIN = 600.0  # seconds
_HEARD_THERE = (
    "INSERT INTO inbox (key, sender, urgent, received_at, payload, state, retry_at, attempts, done_at)"
    " SELECT 'old-' || n, 'u' || lpad((n % 2000)::text, 6, '0'), false, $2, $3, 'done', 0, 0, $2"
    " FROM generate_series(1, $1::int) AS number (n)"
)
_SAID_THERE = (
    "INSERT INTO outbox (cause, lane, urgent, state, created_at, retry_at, attempts, step, route,"
    " check_duplicates, claimed_at, settled_at, errcode, receipt, address, content)"
    " SELECT 'message:' || n, 'app:u' || lpad((n % 2000)::text, 6, '0'), false, 'done', $2, 0, 1, 0, 'app', true, $2,"
    " $2, 0, NULL, $3, $4 FROM generate_series(1, $1::int) AS number (n)"
)
_OLD_HEARD = "SELECT COUNT(*) FROM inbox WHERE key LIKE 'old-%'"
_OLD_SAID = "SELECT COUNT(*) FROM outbox WHERE cause LIKE 'message:%' AND route = 'app'"


def write(file: Path, rows: int, *, age: timedelta = AGE) -> None:
    """A new database with so many of each."""
    asyncio.run(_empty(f"sqlite:///{file}"))
    to, said = codec.dump(ToPerson(UserId(user(1)))), codec.dump(Text("好的。" * 40))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_HEARD, (1, rows, _at(age), _heard(), "done"))
        connection.execute(_SAID, (1, rows, _at(age), to, said))


async def fill(url: str, rows: int) -> None:
    """So many of each in a new database on PostgreSQL."""
    to, said = codec.dump(ToPerson(UserId(user(1)))), codec.dump(Text("好的。" * 40))
    await _empty(url)
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_HEARD_THERE, rows, _at(AGE), _heard(), timeout=FILLED_WITHIN)
        await connection.execute(_SAID_THERE, rows, _at(AGE), to, said, timeout=FILLED_WITHIN)
        await connection.execute("VACUUM ANALYZE inbox, outbox", timeout=FILLED_WITHIN)
    finally:
        await connection.close()


def leave_waiting(file: Path, rows: int) -> None:
    """So many more, which are still to be answered."""
    with closing(sqlite3.connect(file)) as connection, connection:
        [[last]] = connection.execute("SELECT coalesce(max(id), 0) FROM inbox")
        connection.execute(_HEARD, (last + 1, last + rows, _at(AGE), _heard(), "waiting"))


def left(file: Path) -> int:
    """How many of all these are there."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute(f"SELECT ({_OLD_HEARD}) + ({_OLD_SAID})")
        return int(found.fetchone()[0])


async def throw_away(url: str) -> None:
    """The bot shall begin with it now."""
    async with opened(url, ()) as database:
        await database.transact(lambda: Records().jobs.hasten(NAME, datetime.now(UTC)))


def _at(age: timedelta) -> int:
    return int((time.time() - age.total_seconds()) * 1000)


def _heard() -> str:
    return codec.dump(Incoming("old", Via.APP, Kind.TEXT, UserId(user(1)), from_ms(_at(AGE)), text="/帮助"))


async def _empty(url: str) -> None:
    database = await Database.open(url)
    try:
        await upgrade(database)
    finally:
        await database.close()


def of(file: Path) -> Callable[[Path], AbstractContextManager[str]]:
    """Opens a copy of that database, which is gone afterwards."""

    @contextmanager
    def opened_copy(folder: Path) -> Iterator[str]:
        copy = folder / "old"
        copy.mkdir()
        shutil.copyfile(file, copy / "qunwu.sqlite3")
        os.sync()  # else the disk is busy with that while something is measured
        try:
            yield sqlite(copy)
        finally:
            shutil.rmtree(copy)

    return opened_copy
