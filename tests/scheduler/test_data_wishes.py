"""Who hasn't answered is reminded; who has is left in peace."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.data_wishes import data_wishes
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [data_wishes]


async def test_what_was_answered_is_brought_up_no_more(chat: Chat) -> None:
    await chat.play("""
        张三> /更正资料 我的工号写错了
        机器人→李娜> …
        机器人→周敏> …
        机器人> 已提交 SJ-20261122-001，…
        李娜> /资料答复 SJ-20261122-001 已办
        机器人→张三> …
        机器人> …
        ⏰ 2026-12-18 10:00
    """)
