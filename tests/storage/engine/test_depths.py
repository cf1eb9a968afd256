"""What is finished is not counted."""

from datetime import UTC, datetime

from bot.domain.safety.accidents.reports import Facts
from bot.domain.upkeep.workings import Depth
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.engine.depths import DepthTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.safety.accidents import AccidentTable


async def test_rows_by_state(database: Database) -> None:
    outbox = OutboxTable(database)
    for at in (30, 10, 20):
        await outbox.put([Said(ToPerson(UserId("a")), Text("好"))], cause="test", at=at)
    assert await DepthTable(database).all() == [Depth("outbox", "waiting", 3, 10)]
    await outbox.settle([Settlement(1, "done", at=40), Settlement(2, "unknown", at=40)])
    assert await DepthTable(database).all() == [Depth("outbox", "unknown", 1, 10), Depth("outbox", "waiting", 1, 20)]


async def test_accidents_that_nobody_has(database: Database) -> None:
    by = Act("zhangsan", "事故", "任何人", "test", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
    table = AccidentTable()
    for number, urgent in (("SG-1", True), ("SG-2", True), ("SG-3", False)):
        opened = await table.open(number, Facts("着火", urgent=urgent), chat=None, by=by)
    assert await DepthTable(database).unclaimed() == 2
    first = await table.get("SG-1")
    assert first
    await table.take(first, by=by)
    await table.take(opened, by=by)
    assert await DepthTable(database).unclaimed() == 1
