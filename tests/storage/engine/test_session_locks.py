"""A lock that can't be given back goes with its connection: nobody waits for what a pool keeps."""

import asyncio
from contextlib import suppress

import pytest

from bot.storage.engine.database import Database
from bot.storage.engine.session_locks import let_go

pytestmark = pytest.mark.postgres

LOCK, UNLOCK = "SELECT pg_advisory_lock(1, $1)", "SELECT pg_advisory_unlock(1, $1)"
FREE = "SELECT pg_try_advisory_xact_lock(1, 7) AS free"


@pytest.mark.parametrize("how", ["given back", "fails", "cancelled"])
async def test_nobody_holds_it_afterwards(postgres: Database, how: str) -> None:
    unlock = {"fails": "SELECT 1 / ($1 - 7)", "cancelled": "SELECT pg_sleep($1::int / 70.0)"}.get(how, UNLOCK)

    async def work() -> None:
        async with postgres.connected() as connection:
            await connection.execute(LOCK, 7)
            await let_go(connection, unlock, 7)

    working = asyncio.create_task(work())
    await asyncio.wait([working], timeout=0.05 if how == "cancelled" else 2)
    working.cancel()
    with suppress(asyncio.CancelledError):
        await working
    async with asyncio.timeout(2):
        while not (await postgres.fetch(FREE))[0]["free"]:  # noqa: ASYNC110 - the server closes it a moment later
            await asyncio.sleep(0.005)
