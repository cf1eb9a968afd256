"""Every hour, a batch a minute where there is much; the scene is in tests/services/privacy/test_nothing_is_left.py."""

from datetime import timedelta

from bot.storage.models.privacy import PrivateMessageRecord
from scheduler.private_words import BATCH
from tests.chat import Chat


async def test_a_batch_a_minute(chat: Chat) -> None:
    rows = [PrivateMessageRecord(cause=f"bot:{number}", user="x", at=chat.clock.now()) for number in range(BATCH + 1)]
    await PrivateMessageRecord.bulk_create(rows)
    chat.clock.time += timedelta(minutes=90)
    await chat.core.settle()
    assert await PrivateMessageRecord.all().count() == 1
    chat.clock.time += timedelta(minutes=1)
    await chat.core.settle()
    assert await PrivateMessageRecord.all().count() == 0


async def test_only_private_commands(chat: Chat) -> None:
    await chat.say("张三", "/假期余额")
    await chat.say("张三", "/我的权限")
    await chat.say("张三", "今天天气不错")
    assert await PrivateMessageRecord.all().count() == 1
