"""Without a channel nobody is asked for anything."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.editorial_meter import editorial_meter
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (editorial_meter,)


async def test_it_is_off(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 18:00
    """)
