"""After half a year and a bit nobody finds what was written to the bot; who is held keeps his."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.retention import Retention
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.pipeline import Inbox
from scheduler.message_retention import forget_messages
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [forget_messages]


async def test_they_go_after_180_days(database: Database) -> None:
    held = Retention(held=frozenset({"lisi"}))
    chat = await Chat.open(database, jobs=[forget_messages], company=lambda company: replace(company, retention=held))
    await chat.say("张三", "/帮助")
    await chat.say("李四", "/帮助")
    chat.clock.time = chat.clock.time.replace(year=2027, month=5, day=20)
    await chat.core.settle()
    assert await Inbox.all().count() == 2
    chat.clock.time = chat.clock.time.replace(day=23)
    await chat.core.settle()
    assert [row.sender for row in await Inbox.all()] == ["lisi"]
    await chat.close()
