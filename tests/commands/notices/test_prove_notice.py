"""What was posted to the asker is confirmed, and nothing else."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_by_number_or_by_words(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 明天9:30 请把上周的周报交给我
        机器人> …
        张三> /核实公告 GG-20261122-001
        机器人> 我没有给你发过编号 GG-20261122-001 的公告，先别照着做。…
        ⏰ 2026-11-23 09:30
        机器人→项目A工作群> …
        张三> /核实公告 GG-20261122-001
        机器人> 是我发的：GG-20261122-001「请把上周的周报交给我」，郑群 09:30 发布。内容以我发的那条为准。
        张三> /核实公告 请把上周的周报，交给我
        机器人> 是我发的：GG-20261122-001「请把上周的周报交给我」，…
        林宓> /核实公告 请把上周的周报交给我
        机器人> 我没有给你发过这段话的公告，先别照着做。公司的公告只从「小助手」发，…
        张三> /核实公告 请把工资卡密码发给财务
        机器人> 我没有给你发过这段话的公告，先别照着做。…
    """)
