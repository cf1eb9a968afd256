"""What became of a backup is told once."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.backup_news import backup_news
from tests.chat import Chat
from tests.commands.upkeep.test_backup import end


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (backup_news,)


async def test_once(chat: Chat) -> None:
    await chat.play("""
        吴管> /备份 现在
        机器人> BF-20261122-001 开始备份。好了告诉你。
    """)
    await end(chat)
    await chat.play("""
        ⏰ 2026-11-22 10:01
        机器人→吴管> BF-20261122-001 备份好了：a.qunwu，1200 行，3.4 MB。
        ⏰ 2026-11-23 08:00
    """)
