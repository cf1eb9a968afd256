"""What is finished is not counted."""

from bot.identifiers import UserId
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import Said, Settlement
from bot.storage.database import Database
from bot.storage.depths import Depth, DepthTable
from bot.storage.outbox import OutboxTable


async def test_rows_by_state(database: Database) -> None:
    outbox = OutboxTable(database)
    for at in (30, 10, 20):
        await outbox.put([Said(ToPerson(UserId("a")), Text("好"))], cause="test", at=at)
    assert await DepthTable(database).all() == [Depth("outbox", "waiting", 3, 10)]
    await outbox.settle([Settlement(1, "done", at=40), Settlement(2, "unknown", at=40)])
    assert await DepthTable(database).all() == [Depth("outbox", "unknown", 1, 10), Depth("outbox", "waiting", 1, 20)]
