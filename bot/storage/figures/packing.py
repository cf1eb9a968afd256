"""Many rows as one piece of JSON: the driver hands over a string, and a thread takes it apart. A hundred thousand rows,
each made into an object by the ORM, would hold the loop for half a second."""

import asyncio
from typing import Any

import msgspec
from tortoise.queryset import ValuesListQuery


async def packed(query: "ValuesListQuery[Any]", columns: int) -> list[list[Any]]:
    """The rows of `query`, whose columns are so many; times as text."""
    query._make_query()
    sql, values = query.query.get_parameterized_sql()
    database = query._db or query.model._meta.db
    names = ", ".join(f'"{number}"' for number in range(columns))
    if database.capabilities.dialect == "postgres":
        whole = f"SELECT CAST(json_agg(json_build_array({names})) AS TEXT) AS packed FROM ({sql}) AS rows"  # noqa: S608
    else:
        whole = f"SELECT json_group_array(json_array({names})) AS packed FROM ({sql})"  # noqa: S608 - the ORM's own
    found = (await database.execute_query_dict(whole, values))[0]["packed"]
    return await asyncio.to_thread(msgspec.json.decode, found, type=list[list[Any]]) if found else []
