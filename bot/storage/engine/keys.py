"""Statements that find their few rows by a key. SQLite does them at once: all else waits for as long as they take."""

import functools
from collections.abc import Sequence
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from bot.patterns import regex
from bot.storage.engine.sqlite import AtOnce

Row = dict[str, Any]

_PLACE = regex(r"\?(\d+)")


async def fetch_by_key(client: BaseDBAsyncClient, sql: str, values: Sequence[object]) -> list[Row]:
    """Rows of a SELECT or of a `… RETURNING`; `sql` with places as `?1`."""
    if isinstance(client, AtOnce):
        return list(map(dict, (await client.by_key(sql, values))[1]))
    return await client.execute_query_dict(numbered(sql), list(values))


async def execute_by_key(client: BaseDBAsyncClient, sql: str, values: Sequence[object]) -> int:
    """How many rows it changed."""
    if isinstance(client, AtOnce):
        return int((await client.by_key(sql, values))[0])
    return (await client.execute_query(numbered(sql), list(values)))[0]


@functools.cache
def numbered(sql: str) -> str:
    """As PostgreSQL writes the places."""
    return _PLACE.sub(r"$\1", sql)
