"""The outbox table: what waits, who sends it, what became of it; on both databases."""

import pytest

from bot.identifiers import ChatId, GroupId, TaskId, UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Text, ToAsker, ToCard, ToGroup, ToPeople, ToPerson
from bot.shapes.queue import Claim, Part, Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.notices.deliveries import DeliveryTable
from bot.storage.queues.outbox import DUPLICATE_WINDOW_MS, OutboxTable, lane_of

HIM = UserId("zhangsan")
ROUTE = "app:zhangsan"


def claim(row: int, *, digest: str = "d", at: int = 0) -> Claim:
    return Claim(row, ROUTE, digest, at, ask_check=True)


async def lived(database: Database) -> None:
    """From waiting to done, with a refusal on the way."""
    table = OutboxTable(database)
    [waiting] = await table.put([Said(ToPerson(HIM), Text("好"), urgent=True)], cause="m1", at=5)
    assert await table.waiting() == [waiting]
    assert await table.claim([claim(waiting.id), claim(waiting.id)]) == [True, None]
    assert await table.interrupted() == [waiting]
    await table.settle([Settlement(waiting.id, "waiting", 6, step=1, retry_at=9, doubtful_since=3)])
    row = await table.get(waiting.id)
    assert (row.state, row.step, row.attempts, row.doubtful_since, row.route) == ("waiting", 1, 0, 3, ROUTE)
    await table.claim([claim(waiting.id)])
    await table.settle([Settlement(waiting.id, "done", 7, step=1, receipt={"msgid": "1"})])
    assert await table.waiting() == []
    assert (await table.get(waiting.id)).attempts == 1
    assert await table.sent_since(0) == [(ROUTE, 0), (ROUTE, 0)]


async def test_a_parcels_life(database: Database) -> None:
    await lived(database)


@pytest.mark.postgres
async def test_a_parcels_life_on_postgres(postgres: Database) -> None:
    await lived(postgres)


async def test_that_a_message_failed_is_an_answer_that_may_come(database: Database) -> None:
    """Else its sender would be told that all is done, and then that it is not."""
    table = OutboxTable(database)
    assert not await table.answer_may_come("m1")
    [row] = await table.put([Said(ToAsker(Via.BOT, HIM), Text("出了点问题"))], cause="parked:m1", at=0)
    assert await table.answer_may_come("m1")
    await table.claim([claim(row.id)])
    await table.settle([Settlement(row.id, "done", 1)])
    assert not await table.answer_may_come("m1")


async def test_an_equal_body_is_not_checked_while_wecom_remembers_the_first(database: Database) -> None:
    table = OutboxTable(database)
    first, second, third = await table.put([Said(ToPerson(HIM), Text("好"))] * 3, cause="m1", at=0)
    assert await table.claim([claim(first.id), claim(second.id)]) == [True, False]
    assert await table.claim([claim(third.id, at=DUPLICATE_WINDOW_MS)]) == [True]


async def test_its_own_attempts_are_no_equal_body(database: Database) -> None:
    table = OutboxTable(database)
    [row] = await table.put([Said(ToPerson(HIM), Text("好"))], cause="m1", at=0)
    for at in (0, 10):
        assert await table.claim([claim(row.id, at=at)]) == [True]
        await table.settle([Settlement(row.id, "waiting", at)])


async def test_what_was_called_off_while_its_readers_limits_were_looked_at_stays_so(database: Database) -> None:
    table = OutboxTable(database)
    ann, ben = map(UserId, ("ann", "ben"))
    [row] = await table.put([Said(ToPeople((ann, ben), "GG-1/1"), Text("好"))], cause="m1", at=0)
    await DeliveryTable().withdraw("GG-1/1")
    later = (Part(ToPeople((ben,), "GG-1/1"), "app:ben"),)
    assert await table.settle([Settlement(row.id, "waiting", 1, address=ToPeople((ann,)), parts=later)]) == [()]
    assert await table.waiting() == []


@pytest.mark.parametrize(
    ("address", "lane"),
    [
        (ToPerson(HIM), "app:zhangsan"),
        (ToAsker(Via.APP, HIM), "app:zhangsan"),
        (ToAsker(Via.BOT, HIM), "bot:zhangsan"),
        (ToAsker(Via.BOT, HIM, ChatId("c")), f"bot:c:{HIM}"),
        (ToCard(Via.BOT, HIM, TaskId("t")), "bot:zhangsan"),
        (ToGroup(GroupId("g")), "group:g"),
    ],
)
def test_one_reader_one_lane(address: Address, lane: str) -> None:
    assert lane_of(address) == lane
