"""The notice says what is configured."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.retention import Retention
from bot.services.privacy.notice import notice
from bot.shapes.job import Job
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_it_says_how_long_and_whom_to_ask(chat: Chat) -> None:
    said = notice(replace(chat.company, retention=Retention(years=5)))
    assert "· 请假、考勤和申请：当年结束 5 年后删除。" in said
    assert "发 /我的数据" in said
    assert said.endswith("或者发 /求助。")
    assert len(said.encode()) < 2048


async def test_in_plain_words(chat: Chat) -> None:
    await chat.play("""
        张三> 你们怎么用我的个人信息
        机器人> 小助手怎么用你的个人信息：…
    """)
