"""Words go from messages that are done, and from answers that arrived; on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.confirmations import ConfirmationState
from bot.identifiers import FileId, TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from bot.shapes.outgoing import Attachment, Card, Content, Markdown, Media, Text, ToAsker, ToPerson
from bot.shapes.queue import Said
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Inbox, Outbox
from bot.storage.models.talking import ConfirmationRecord
from bot.storage.privacy.private_words import PrivateWordsTable
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.talking.confirmations import ConfirmationTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
ZHANG, WANG = UserId("zhangsan"), UserId("wangqiang")
ACT = Act("job:private-words", "private-words", "定时任务", "slot", LATER)
HEARD = Incoming("bot:1", Via.BOT, Kind.TEXT, ZHANG, NOW, text="病假 痛风", quote="痛风")
WORDS = PrivateWordsTable()


async def heard(database: Database, *said: Said, state: str = "done") -> None:
    await database.transact(lambda: InboxTable(database).store([(HEARD, False)]))
    await Inbox.all().update(state=state)
    await database.transact(lambda: OutboxTable(database).put(said, cause=HEARD.key, at=0))
    await Outbox.all().update(state="done")
    await WORDS.note(HEARD.key, ZHANG, NOW)


async def forget() -> int:
    return await WORDS.forget(LATER, at_most=10, by=ACT)


async def contents() -> list[Content]:
    return [codec.load(row.content) for row in await Outbox.all().order_by("id")]


async def test_what_was_typed(database: Database) -> None:
    await heard(database)
    assert [await forget(), await forget()] == [1, 0]
    assert codec.load((await Inbox.get()).payload) == replace(HEARD, text="", quote=None)


async def test_what_its_sender_was_answered_and_nobody_else(database: Database) -> None:
    asking = Card("张三 申请病假", "…", task_id=TaskId("t2"))
    own = (Card("痛风", "痛风", task_id=TaskId("t1")), Markdown("痛风", "痛风"), Text("痛风"))
    file = Attachment(Media.FILE, FileId("f"), "痛风.jpg", "痛风")
    answers = [Said(ToAsker.of(HEARD), each) for each in own]
    await heard(database, *answers, Said(ToPerson(ZHANG), file), Said(ToPerson(WANG), asking))
    await forget()
    assert await contents() == [
        Card("", "", task_id=TaskId("t1")),
        Text(""),
        Text(""),
        Attachment(Media.FILE, FileId("f"), "", ""),
        asking,
    ]


async def test_too_early(database: Database) -> None:
    await heard(database)
    assert await WORDS.forget(NOW, at_most=10, by=ACT) == 0
    assert codec.load((await Inbox.get()).payload) == HEARD


async def test_what_waits_is_left_alone_until_it_is_done(database: Database) -> None:
    await heard(database, Said(ToAsker.of(HEARD), Text("痛风")), state="parked")
    await Outbox.all().update(state="unknown")
    assert await forget() == 1
    assert codec.load((await Inbox.get()).payload) == HEARD
    await Inbox.all().update(state="done")
    assert await forget() == 1
    assert await contents() == [Text("痛风")]
    await Outbox.all().update(state="done")
    assert [await forget(), await forget()] == [1, 0]
    assert await contents() == [Text("")]


async def test_noted_twice_is_once(database: Database) -> None:
    await heard(database)
    await WORDS.note(HEARD.key, ZHANG, LATER)
    assert await forget() == 1


async def test_lines_of_cards_that_are_over(database: Database) -> None:
    by = Act(ZHANG, "请假", "员工", "test:1", NOW)
    table = ConfirmationTable()
    for minutes in (10, 90):
        closes_at = NOW + timedelta(minutes=minutes)
        await table.open(asker=ZHANG, chat=None, line="/请假 病假 痛风", closes_at=closes_at, by=by, quote="痛风")
    await WORDS.forget_lines(LATER)
    rows = await ConfirmationRecord.all().order_by("id")
    assert [(row.line, row.quote) for row in rows] == [("", None), ("/请假 病假 痛风", "痛风")]
    assert rows[0].state == ConfirmationState.OPEN


async def test_two_may_be_told_something_private_because_of_one_message(database: Database) -> None:
    await heard(database, Said(ToPerson(ZHANG), Text("痛风")), Said(ToPerson(WANG), Text("痛风")))
    await WORDS.note(HEARD.key, WANG, NOW)
    await WORDS.note(HEARD.key, WANG, NOW)
    assert await forget() == 2
    assert await contents() == [Text(""), Text("")]


async def test_which_pictures_and_files_came_along_is_forgotten_too(database: Database) -> None:
    sent = replace(
        HEARD, pictures=(Picture("", file=FileId("a" * 64)),), documents=(Picture("", file=FileId("b" * 64)),)
    )
    await database.transact(lambda: InboxTable(database).store([(sent, False)]))
    await Inbox.all().update(state="done")
    await WORDS.note(HEARD.key, ZHANG, NOW)
    await forget()
    assert codec.load((await Inbox.get()).payload) == replace(HEARD, text="", quote=None)
