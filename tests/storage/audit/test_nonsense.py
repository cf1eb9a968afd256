"""Whoever owns the tables writes what the bot never would: it is found, and stops nobody from looking further."""

from collections.abc import Sequence
from typing import Final

import pytest

from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from tests.storage.chained import RING, linked, unguarded

ANYWHERE: Final = (
    "UPDATE chain SET seq = -1 WHERE seq = 5",
    "UPDATE chain SET seq = 9223372036854775807 WHERE seq = 3",
    "UPDATE chain SET at = 9223372036854775807 WHERE seq = 5",
    "UPDATE trail SET id = -5 WHERE id = 3",
    "UPDATE trail SET authority = '' WHERE id = 3",
    "UPDATE trail SET stamp = who_salt WHERE id = 3",
    "UPDATE trail SET at = '9999-12-31 00:00:00+00:00' WHERE id = 3",
)
ON_SQLITE: Final = (  # where any column takes anything
    "UPDATE trail SET subject = CAST(x'fffe' AS TEXT) WHERE id = 3",
    "UPDATE trail SET details = CAST(x'fffe' AS TEXT) WHERE id = 3",
    "UPDATE trail SET details = 'NaN' WHERE id = 3",
    "UPDATE trail SET at = x'fffe' WHERE id = 3",
    "UPDATE trail SET who_salt = 'x' WHERE id = 3",
    "UPDATE chain SET prev = 1.5 WHERE seq = 3",
    "UPDATE chain SET entry = 'x' WHERE seq = 3",
)


@pytest.mark.parametrize("change", [*ANYWHERE, *ON_SQLITE])
async def test_it_is_found(database: Database, change: str) -> None:
    if database.postgres and change in ON_SQLITE:
        return
    await linked(database, 4)
    await database.read_anything()
    await unguarded(database, change)
    assert (await verify(database, RING, {})).breaks


async def test_an_entry_outside_of_all_numbers_is_seen(database: Database) -> None:
    """`/审计` would show it."""
    await linked(database, 2)
    columns: Sequence[str] = ("at", "actor", "action", "subject", "authority", "cause", "details")
    names = ", ".join(columns)
    await database.execute(f"INSERT INTO trail (id, {names}) SELECT -7, {names} FROM trail WHERE id = 2")  # noqa: S608
    assert [each.entry for each in (await verify(database, RING, {})).breaks] == [-7]
