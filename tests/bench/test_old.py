"""A database that has seen much is one that the bot can open: what is finished stays so, what waits is there."""

import asyncio
from pathlib import Path

from bench import old
from bench.bot_under_test import sqlite
from bench.stored import stored_and_handled
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import Text, ToPerson
from bot.storage.engine import codec
from bot.storage.engine.opening import opened
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable


def test_old_rows_and_waiting_ones(tmp_path: Path) -> None:
    file = tmp_path / "qunwu.sqlite3"
    old.write(file, 7)
    old.leave_waiting(file, 3)
    assert stored_and_handled(sqlite(tmp_path)) == (10, 7)
    asyncio.run(look(tmp_path))


async def look(folder: Path) -> None:
    async with opened(sqlite(folder), ()) as database:
        waiting = await InboxTable(database).waiting()
        assert [row.id for row in waiting] == [8, 9, 10]
        assert isinstance(await database.transact(lambda: InboxTable(database).claim(8, 1)), Incoming)
        assert not await OutboxTable(database).waiting()
        [row] = await database.fetch("SELECT address, content FROM outbox WHERE id = 1")
        assert [type(codec.load(row[name])) for name in ("address", "content")] == [ToPerson, Text]
