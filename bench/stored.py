"""What a database holds when the load is over: the messages that were stored, and of these the ones worked off."""

import asyncio
import sqlite3
from collections.abc import Sequence
from contextlib import closing

import asyncpg

_COUNT = "SELECT count(*), count(*) FILTER (WHERE state = 'done') FROM inbox"


def stored_and_handled(url: str) -> tuple[int, int]:
    """`url` as the bot's configuration has it."""
    found = _of_file(url) if url.startswith("sqlite") else asyncio.run(_of_server(url))
    return int(found[0]), int(found[1])


def _of_file(url: str) -> Sequence[int]:
    path = url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return list(connection.execute(_COUNT).fetchone())


async def _of_server(url: str) -> Sequence[int]:
    connection = await asyncpg.connect(url)
    try:
        return list(await connection.fetchrow(_COUNT))
    finally:
        await connection.close()
