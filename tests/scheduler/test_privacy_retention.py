"""What is private goes at night; many pages go a batch a minute."""

from datetime import timedelta

from bot.domain.data_views import DataView, What
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.models.privacy import DataViewRecord, LeaveProofRecord
from scheduler.privacy_retention import BATCH
from tests.chat import Chat


async def test_looks_of_long_ago(chat: Chat) -> None:
    now = chat.clock.now()
    act = Act("lina", "请假原因", "人力资源", "test:1", now)
    for years in (1, 3):
        view = DataView(now - timedelta(days=365 * years), UserId("lina"), UserId("zhangsan"), What.REASON)
        await chat.core.records.data_views.note(view, by=act)
    chat.clock.time += timedelta(days=1)
    await chat.core.settle()
    assert await DataViewRecord.all().count() == 1


async def test_a_batch_a_minute(chat: Chat) -> None:
    before = chat.clock.now() - timedelta(days=2)
    page = {"number": "", "user": "zhangsan", "file": "0" * 64, "ending": "jpg", "handed_at": before}
    await LeaveProofRecord.bulk_create([LeaveProofRecord(**page) for _ in range(BATCH + 1)])
    chat.clock.time += timedelta(hours=18)
    await chat.core.settle()
    assert await LeaveProofRecord.all().count() == 1
    chat.clock.time += timedelta(minutes=2)
    await chat.core.settle()
    assert await LeaveProofRecord.all().count() == 0
