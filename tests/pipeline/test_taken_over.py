"""What a process that died was sending goes on in another, in whatever moment the database breaks off."""

from contextlib import suppress

import pytest

from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.queue import OutboxRow, Said
from bot.storage.engine.database import Database
from bot.storage.queues.shared_outbox import SharedOutboxTable
from tests.chat import Chat

pytestmark = pytest.mark.postgres

WAS_SENDING = (
    "UPDATE outbox SET state = 'sending', owner = 0, attempts = 1, route = 'app:zhangsan', check_duplicates = true,"
    " claimed_at = ?1"
)


async def test_what_was_taken_over_is_sent_even_if_the_database_breaks_off_just_then(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be this living process's for ever, and hold up all that its reader is to be told."""
    chat = await Chat.open(postgres, jobs=())
    said, now = [Said(ToPerson(UserId("zhangsan")), Text(text)) for text in ("一", "二")], chat.clock.now()
    await chat.core.outbox_table.put(said[:1], cause="m", at=0)
    await postgres.execute(WAS_SENDING, int(now.timestamp() * 1000))
    await chat.core.outbox_table.put(said[1:], cause="m", at=0)
    read, broken = SharedOutboxTable.get, [ConnectionError("broke off")]

    async def get(table: SharedOutboxTable, row: int) -> OutboxRow:
        if broken:
            raise broken.pop()
        return await read(table, row)

    monkeypatch.setattr(SharedOutboxTable, "get", get)
    for _ in range(3):
        with suppress(ConnectionError):
            await chat.core.look()
        chat.core.outgoing.hurry()
        await chat.core.settled()
    assert [(each.content, each.repeated) for each in chat.channels[Via.APP].sent] == [
        (Text("一"), True),
        (Text("二"), False),
    ]
    await chat.close()
