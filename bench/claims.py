"""`claims`: messages a second that one process takes from the inbox on PostgreSQL, in order for each person.

By the pump and the table that the bot works with, as many at once as it has workers, each in a transaction of its own;
what the message asks for is left out. The baseline is the plainest queue there is: a row taken and finished in one
transaction (`FOR UPDATE SKIP LOCKED`), without anybody's order, by one worker on a bare connection.
"""

import asyncio
import time
from datetime import UTC, datetime
from typing import Final

import asyncpg

from bench.figures import Figure
from bench.words import longest_wait
from bot.core import WORKERS
from bot.identifiers import UserId
from bot.queueing.pump import Pump
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.queue import NotYet, Waiting
from bot.storage.engine.database import Database
from bot.storage.engine.opening import opened
from bot.storage.queues.shared_inbox import SharedInboxTable

PEOPLE: Final = 100
BATCH: Final = 100  # messages stored together
BARE: Final = "SKIP LOCKED, a row a transaction, without order, on a bare connection"
_TAKE: Final = (
    "DELETE FROM plain_queue WHERE id = (SELECT id FROM plain_queue ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)"
    " RETURNING payload"
)


def figure(url: str, rows: int) -> Figure:
    rate, stall = asyncio.run(_claimed(url, rows))
    bare = asyncio.run(_plain(url, rows))
    return Figure("claims", rate, "1/s", BARE, rate / bare, {"baseline_value": bare, "rows": rows, "lag_ms": stall})


async def _claimed(url: str, rows: int) -> tuple[float, float]:
    async with opened(url, ()) as database:
        table = SharedInboxTable(database)
        for first in range(0, rows, BATCH):
            await table.store([(_message(number), False) for number in range(first, first + BATCH)])
        seen: list[int] = []
        pump = Pump("claims", lambda row: _work(database, table, row, seen), workers=WORKERS)
        pump.add(await table.waiting())
        begun = time.perf_counter()
        pump.start()
        stall = await longest_wait(pump.settled())
        took = time.perf_counter() - begun
        await pump.stop(within=1.0)
        _check(seen, rows)
    return rows / took, stall * 1000


async def _work(database: Database, table: SharedInboxTable, row: Waiting, seen: list[int]) -> float | None:
    try:
        found = await database.transact(lambda: table.claim(row.id, 1))
    except NotYet as not_yet:
        return not_yet.wait
    if found:
        seen.append(int(found.key))
    return None


def _check(seen: list[int], rows: int) -> None:
    """Raises ValueError: all of them once, and everybody's in order."""
    if sorted(seen) != list(range(rows)):
        raise ValueError(f"{len(seen)} of {rows} were taken")
    for person in range(PEOPLE):
        own = [number for number in seen if number % PEOPLE == person]
        if own != sorted(own):
            raise ValueError("somebody's messages were taken out of order")


async def _plain(url: str, rows: int) -> float:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("CREATE TABLE plain_queue (id bigserial PRIMARY KEY, payload text)")
        fill = "INSERT INTO plain_queue (payload) SELECT repeat('x', 200) FROM generate_series(1, $1::int)"
        await connection.execute(fill, rows)
        begun = time.perf_counter()
        for _ in range(rows):
            async with connection.transaction():
                await connection.fetchrow(_TAKE)
        return rows / (time.perf_counter() - begun)
    finally:
        await connection.close()


def _message(number: int) -> Incoming:
    sender = UserId(f"u{number % PEOPLE}")
    return Incoming(str(number), Via.APP, Kind.TEXT, sender, datetime.now(UTC), text="/帮助")
