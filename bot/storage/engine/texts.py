"""One statement over a list of texts, however long: `{texts}` stands in it for rows of one column, `value`.

With a row through the ORM for each, ten times as much time goes, in which the loop does nothing else.
"""

import json
from collections.abc import Sequence
from typing import Final

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.models import Model

from bot.storage.engine.keys import Row, numbered

_ON_SQLITE: Final = "(SELECT value FROM json_each(?1))"
_ON_POSTGRES: Final = "(SELECT value FROM unnest(?1::text[]) WITH ORDINALITY AS given (value, place) ORDER BY place)"


async def fetch(table: type[Model], sql: str, texts: Sequence[str], *values: object) -> list[Row]:
    """`table`: any of the database that is meant. `values` are `?2` and so on."""
    connection = table._meta.db
    return await connection.execute_query_dict(*_put(connection, sql, texts, values))


async def execute(table: type[Model], sql: str, texts: Sequence[str], *values: object) -> None:
    connection = table._meta.db
    await connection.execute_query(*_put(connection, sql, texts, values))


def _put(
    connection: BaseDBAsyncClient, sql: str, texts: Sequence[str], values: Sequence[object]
) -> tuple[str, list[object]]:
    if connection.capabilities.dialect == "postgres":
        return numbered(sql.replace("{texts}", _ON_POSTGRES)), [list(texts), *values]
    return sql.replace("{texts}", _ON_SQLITE), [json.dumps(list(texts), ensure_ascii=False), *values]
