"""What somebody wrote just before is found by the message that came after it; on both databases."""

from datetime import UTC, datetime, timedelta

from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.engine.database import Database
from bot.storage.engine.times import to_ms
from bot.storage.models.pipeline import Inbox, Ledger, Outbox
from bot.storage.models.talking import ConfirmationRecord
from bot.storage.queues.inbox import InboxTable
from bot.storage.talking.messages import MessageTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, WANG, ROOM = UserId("zhangsan"), UserId("wangqiang"), ChatId("room")


def said(key: str, text: str, *, minutes: int, by: UserId = ZHANG, chat: ChatId | None = None) -> Incoming:
    return Incoming(key, Via.BOT, Kind.TEXT, by, NOW + timedelta(minutes=minutes), text=text, chat=chat)


async def test_his_own_in_the_same_chat_of_the_last_minutes(database: Database) -> None:
    lines = (
        said("1", "早", minutes=-20),
        said("2", "老孟不对劲", minutes=-3),
        said("3", "在群里", minutes=-2, chat=ROOM),
        said("4", "别人", minutes=-2, by=WANG),
        said("5", "脸白了", minutes=-1),
        said("6", "出事了", minutes=0),
        said("7", "后来", minutes=1),
    )
    await database.transact(lambda: InboxTable(database).store([(each, False) for each in lines]))
    await Inbox.all().update(state="done")
    found = await MessageTable().before("6", since=NOW - timedelta(minutes=10))
    assert found == ["老孟不对劲", "脸白了"]


async def test_of_a_message_that_nobody_knows_nothing_is_found(database: Database) -> None:
    assert await MessageTable().before("6", since=NOW) == []


async def test_what_is_over_goes_but_for_whom_the_company_holds(database: Database) -> None:
    """What waits or is parked stays, however old; so does what is younger."""
    table, before, at = MessageTable(), NOW - timedelta(days=180), to_ms(NOW - timedelta(days=200))
    messages = (
        ("1", ZHANG, "done", at),
        ("2", WANG, "done", at),
        ("3", ZHANG, "parked", at),
        ("4", ZHANG, "done", to_ms(NOW)),
    )
    for key, sender, state, received in messages:
        await Inbox.create(key=key, sender=sender, state=state, received_at=received, payload="{}")
    for lane, state in (("app:zhangsan", "done"), ("app:wangqiang", "done"), ("app:lisi", "unknown")):
        await Outbox.create(cause="1", lane=lane, state=state, created_at=at, address="{}", content="{}")
    await Ledger.create(route="app", at=at, outbox_id=1, digest="")
    asked = {"asker": ZHANG, "line": "x", "asked_at": NOW, "closes_at": NOW - timedelta(days=199)}
    await ConfirmationRecord.create(**asked)
    by = Act("", "message-retention", "", "job:1", NOW)
    gone = await table.forget(before, at_most=100, by=by, held={"wangqiang", "YH-1"})
    assert gone == 4
    assert sorted(map(str, await Inbox.all().values_list("key", flat=True))) == ["2", "3", "4"]
    assert sorted(map(str, await Outbox.all().values_list("lane", flat=True))) == ["app:lisi", "app:wangqiang"]
    assert await table.forget(before, at_most=1, by=by) == 1
    assert await table.forget(before, at_most=100, by=by) == 1
    assert await table.forget(before, at_most=100, by=by) == 0
