"""How many rows of each table are about somebody, in one look."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from tortoise import Tortoise
from tortoise.expressions import Q
from tortoise.models import Model

from bot.domain.privacy.keeping import How
from bot.domain.privacy.register import REGISTER
from bot.errors import Defect
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.privacy import DataViewRecord

COUNTED: Final = {table: entry.by for table, entry in REGISTER.items() if entry.how is How.COUNTED}


class OwnRowTable:
    async def counted(self, user: UserId) -> Mapping[str, int]:
        database = DataViewRecord._meta.db
        place = "$1" if database.capabilities.dialect == "postgres" else "?1"
        rows = await database.execute_query_dict(statement(place), [user])
        return {row["name"]: int(row["many"]) for row in rows if row["many"]}

    async def of(self, user: UserId, *, most: int) -> Mapping[str, Sequence[Sequence[Any]]]:
        found = {}
        for table, entry in REGISTER.items():
            if entry.gives:
                model = _models()[table]
                rows = model.filter(_of(entry.by, user)).order_by(f"-{model._meta.pk_attr}").limit(most)
                found[table] = [tuple(row) for row in await rows.values_list(*entry.gives)]
        return {table: rows for table, rows in found.items() if rows}

    async def drop(self, user: UserId, *, by: Act) -> int:
        gone = 0
        for table, entry in REGISTER.items():
            if entry.drops:
                gone += await _models()[table].filter(_of(entry.by, user)).delete()
        await trail.record(by, "own_data.forgotten", f"person:{user}", number=gone)
        return gone

    async def note_taken(self, user: UserId, *, by: Act) -> None:
        await trail.record(by, "own_data.taken", f"person:{user}")


@cache
def _models() -> Mapping[str, type[Model]]:
    apps = Tortoise.apps
    if apps is None:
        raise Defect("no database is open")
    return {str(model._meta.db_table): model for models in apps.values() for model in models.values()}


def _of(by: tuple[str, ...], user: UserId) -> Q:
    whose = Q()
    for column in by:
        whose |= Q(**{column: user})
    return whose


def statement(place: str) -> str:
    """One for all tables, each looked up by an index (tests/storage/privacy/test_own_rows.py)."""
    return " UNION ALL ".join(
        f"""SELECT '{table}' AS name, COUNT(*) AS many FROM "{table}" WHERE {_whose(by, place)}"""  # noqa: S608 - our own
        for table, by in COUNTED.items()
    )


def _whose(by: tuple[str, ...], place: str) -> str:
    return " OR ".join(f'"{column}" = {place}' for column in by)
