"""Reminders of the evening before: once, and nobody who isn't there."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.duty_reminders import duty_reminders
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (duty_reminders,)


async def test_who_has_two_posts_reads_one_line(chat: Chat) -> None:
    await chat.play("""
        陈安> /排值班 安全 明天 我
        机器人> …
        李娜> /排值班 总值班 明天 @陈安
        机器人→陈安> …
        机器人> …
        ⏰ 2026-11-22 17:30
        机器人→陈安> 明天 11月23日(周一)你值班：总值班、安全。
    """)


async def test_nobody_has_ever_been_on_duty(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-25 18:00")
