"""What somebody was told in answer to a message, looked up by the message's key."""

from collections.abc import Mapping

import pytest

from bot.identifiers import TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Text, ToAsker, ToCard, ToPerson
from bot.shapes.ports import Answered
from bot.shapes.queue import Claim, Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable

ZHANG = UserId("zhangsan")
ASKER = ToAsker(Via.BOT, ZHANG, None, "cb|msg|1||")


async def say(
    database: Database,
    words: str,
    address: Address = ASKER,
    *,
    state: str = "done",
    cause: str = "bot:1",
    receipt: Mapping[str, str] | None = None,
) -> None:
    outbox = OutboxTable(database)
    said = [Said(address, Text(words))]
    (row,) = await database.transact(lambda: outbox.put(said, cause=cause, at=1))
    await outbox.claim([Claim(row.id, "bot:zhangsan", "digest", 2)])
    await outbox.settle([Settlement(row.id, state, 3, receipt=receipt)])


async def test_the_first_answer_that_got_through(database: Database) -> None:
    await say(database, "别人的", cause="bot:2")
    await say(database, "告诉别人的", ToPerson(UserId("lisi")))
    await say(database, "没送到", state="unknown")
    assert await OutboxTable(database).answered("bot:1") is None
    await say(database, "好", receipt={"by": "response_url"})
    await say(database, "还有")
    assert await OutboxTable(database).answered("bot:1") == Answered(Text("好"), {"by": "response_url"})


@pytest.mark.parametrize(
    ("address", "cause"),
    [(ToCard(Via.BOT, ZHANG, TaskId("t-1")), "bot:1"), (ASKER, "parked:bot:1")],
    ids=["a card's new face", "a ticket"],
)
async def test_these_are_answers_too(database: Database, address: Address, cause: str) -> None:
    await say(database, "好", address, cause=cause)
    assert await OutboxTable(database).answered("bot:1") == Answered(Text("好"), {})
