"""Old pictures go at night, a batch a minute, and no sooner than the company says."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.core import build_core
from bot.domain.company import Company
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.models.pipeline import FileRecord
from scheduler.file_retention import BATCH, forget_files
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (forget_files,)


async def put(chat: Chat, number: int) -> None:
    at = chat.clock.now()
    await FileRecord.bulk_create([FileRecord(id=str(each), data=b"", kept_at=at) for each in range(number)])


async def test_after_half_a_year_and_at_night(chat: Chat) -> None:
    await put(chat, 1)
    await chat.play("⏰ 2027-05-21 23:00")
    assert await FileRecord.all().count() == 1
    await chat.play("⏰ 2027-05-22 03:50")
    assert await FileRecord.all().count() == 0


async def test_many_go_in_batches(chat: Chat) -> None:
    await put(chat, BATCH + 1)
    await chat.play("⏰ 2027-05-22 03:50")
    assert await FileRecord.all().count() == 1
    await chat.play("⏰ 2027-05-22 03:51")
    assert await FileRecord.all().count() == 0


async def test_the_company_may_keep_them_for_a_shorter_time(database: Database, chat: Chat) -> None:
    await put(chat, 1)
    company = Company(keep_files=timedelta(days=3))
    core = build_core(company, database, chat.clock, {}, Sources(), jobs=[forget_files])
    await core.start()
    for days, left in ((2, 1), (2, 0)):
        chat.clock.time += timedelta(days=days)
        await core.settle()
        assert await FileRecord.all().count() == left
    await core.stop()
