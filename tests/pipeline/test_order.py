"""Order and fairness through the whole pipeline, on one database."""

import asyncio

from bot.core import build_core
from bot.shapes.incoming import Via
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.queues.inbox import InboxTable
from tests.chat import Chat, Recorder


async def heard(database: Database) -> list[str]:
    """The causes of everything that was said, in the order in which it was handled."""
    return [row["cause"] for row in await database.fetch("SELECT cause FROM outbox ORDER BY id")]


async def test_one_person_in_order_others_side_by_side(database: Database, chat: Chat) -> None:
    for number in range(30):
        await chat.core.inbox.take(chat.incoming("张三", f"/某{number}", key=f"z{number}"))
        await chat.core.inbox.take(chat.incoming("李四", f"/某{number}", key=f"l{number}"))
    await chat.core.settled()
    causes = await heard(database)
    for person in "zl":
        assert [cause for cause in causes if cause[0] == person] == [f"{person}{number}" for number in range(30)]
    sent = [parcel.id for parcel in chat.channels[Via.BOT].sent if parcel.address.user == chat.user("张三")]  # type: ignore[union-attr]
    assert sent == sorted(sent)


async def test_nobody_waits_because_somebody_else_writes_a_lot(database: Database, chat: Chat) -> None:
    flood = [chat.core.inbox.take(chat.incoming("张三", "/帮助", key=f"z{number}")) for number in range(100)]
    await asyncio.gather(*flood, chat.core.inbox.take(chat.incoming("李四", "/帮助", key="l")))
    await chat.core.settled()
    assert (await heard(database)).index("l") < 10


async def test_urgent_words_overtake_what_the_same_person_wrote_before(database: Database, chat: Chat) -> None:
    said = [chat.incoming("张三", "/帮助", key=f"z{number}") for number in range(100)]
    urgent = chat.incoming("张三", "三车间着火了", key="fire")
    await asyncio.gather(*map(chat.core.inbox.take, [*said, urgent]))
    await chat.core.settled()
    # It is worked on beside them, and takes longer than a short answer: some of them may be done meanwhile.
    assert (await heard(database)).index("fire") < 80


async def test_what_comes_before_the_start_is_answered_after_what_already_waited(database: Database) -> None:
    """The doors open before the waiting rows are read: both are known to the pump before it starts."""
    chat = await Chat.open(database)
    await chat.close()
    await InboxTable(database).store([(chat.incoming("张三", "/帮助", key="old"), False)])
    core = build_core(chat.company, database, chat.clock, chat.channels, Sources())
    await core.inbox.take(chat.incoming("张三", "/帮助", key="new"))
    await core.start()
    await core.settled()
    assert await heard(database) == ["old", "new"]
    await core.stop()


async def test_a_reader_who_cannot_be_reached_holds_up_nobody_else(database: Database, chat: Chat) -> None:
    bot: Recorder = chat.channels[Via.BOT]
    bot.up = False
    await chat.say("张三", "/帮助")
    bot.up = True
    await chat.say("李四", "/帮助")
    assert [parcel.address.user for parcel in bot.sent] == [chat.user("李四")]  # type: ignore[union-attr]
