"""The `chat` fixture: a file says which jobs run in its chats."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def test_where_no_job_runs_monday_morning_is_quiet(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-23 08:00")
