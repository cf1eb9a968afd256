"""News of a department is a task, until it is put on the board or answered."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.reply_clock import reply_clock
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (reply_clock,)


async def test_what_is_answered_is_not_reminded_of(chat: Chat) -> None:
    await chat.say("王强", "/部门动态 周五下午开放参观")
    await chat.say("小运营", "/答复 HF-20261122-001 安排了")
    chat.said()
    await chat.play("⏰ 2026-12-01 10:00")
