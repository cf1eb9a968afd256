"""Scenes: nobody said what a finding is."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.content_waiting import remind_of_findings
from tests.chat import Chat

FOUND = """
    张三@项目A工作群> 李四你就是个傻逼
    机器人@项目A工作群> 这句我没听懂。…
    机器人→郑群> [卡片] 请看一条内容：像是辱骂 …"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind_of_findings,)


async def test_after_a_day_and_no_more_than_a_few_times(chat: Chat) -> None:
    words = "有 1 条内容还在等你定：NR-20261122-001。往上翻到那张卡片，按「成立」或「不是」就行。"
    await chat.play(f"""{FOUND}
    ⏰ 2026-11-23 09:45
    ⏰ 2026-11-24 09:45
    机器人→郑群> {words}
    ⏰ 2026-11-25 09:45
    机器人→郑群> {words}
    ⏰ 2026-11-26 09:45
    机器人→郑群> {words}
    ⏰ 2026-11-27 09:45
    机器人→郑群> {words}
    ⏰ 2026-12-08 09:45
    """)


async def test_not_of_what_was_decided(chat: Chat) -> None:
    await chat.play(f"""{FOUND}
    郑群> 按 [不是]
    机器人> [卡片] NR-20261122-001 辱骂 已记下：不是。…
    ⏰ 2026-11-25 09:45
    """)
