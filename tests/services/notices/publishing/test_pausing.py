"""An author hears who has held back his notice, or let it go on; of what he does himself he needs no news."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def test_by_somebody_else(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 每周五16:30 关门窗
        机器人> [卡片] GG-20261122-001 已排好 …
        林宓> /推送计划 暂停 GG-20261122-001
        机器人→郑群> 林宓 把你的公告 GG-20261122-001「关门窗」暂停了，恢复前不发。要接着发请回…
        机器人> GG-20261122-001 暂停了，恢复前不发。
        林宓> /推送计划 恢复 GG-20261122-001
        机器人→郑群> 林宓 把你的公告 GG-20261122-001「关门窗」恢复了，11月27日(周五) 16:30 发。不要发请回…
        机器人> GG-20261122-001 恢复了，11月27日(周五) 16:30 发。
        郑群> /推送计划 暂停 GG-20261122-001
        机器人> GG-20261122-001 暂停了，恢复前不发。
    """)
