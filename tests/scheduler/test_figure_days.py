"""At night yesterday is counted: who used the bot is in the figures of the week the next day."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.figure_days import note_days
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [note_days]


async def test_who_used_the_bot(chat: Chat) -> None:
    await chat.play("""
        张三> /我的群
        机器人> …
        ⏰ 2026-11-23 03:00
        吴管> /统计 上周 使用
        机器人→吴管> [图片] 使用统计 2026年第47周：使用人数 1/24 人（比上周 +1）。
        机器人→吴管> [文件 使用统计-2026-W47.xlsx] …
        机器人> 使用统计 2026年第47周：…
    """)
