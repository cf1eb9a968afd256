from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.certificates import remind
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_nothing_is_said_of_one_that_was_renewed(chat: Chat) -> None:
    await chat.play("""
        陈安> /登记特种作业证 张三 低压电工 2026-12-10
        机器人> …
        陈安> /登记特种作业证 张三 低压电工 2029-12-10
        机器人> …
        ⏰ 2026-12-11 09:00
    """)
