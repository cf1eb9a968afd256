"""Where no day is set, no head is asked for anything."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.dept_news import dept_news
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (dept_news,)


async def test_it_is_off(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-28 09:30
    """)
