"""The copy that lies here goes after three days."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.pipeline import FileRecord
from scheduler.own_copies import own_copies
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [own_copies]


async def test_it_goes(chat: Chat) -> None:
    await chat.play("""
        张三> /导出我的数据
        机器人→张三> [文件 我的数据-2026-11-22.xlsx] …
        机器人> …
        ⏰ 2026-11-25 09:00
    """)
    assert await FileRecord.all().count() == 1
    await chat.play("⏰ 2026-11-25 11:00")
    assert await FileRecord.all().count() == 0
