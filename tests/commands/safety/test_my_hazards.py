"""Ones own reports, with the points for them, and nobody else's."""

from collections.abc import Sequence

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState
from bot.identifiers import UserId
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import HIDDEN, given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_what_is_told_without_a_name_counts_too(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.GRADED, grade=Grade.MAJOR, facts=HIDDEN))
    await given(chat, hazard(chat, number="YH-20261123-002"))
    await given(chat, hazard(chat, number="YH-20261123-003"), reporter=UserId("lisi"))
    await chat.play("""
        张三> 我报过的隐患
        机器人> 你今年报了 2 条隐患，采纳 1 条，积分 5（采纳一条 1 分，重大 5 分）。
        YH-20261123-002 3号车间 配电箱门坏了：待核实。
        YH-20261123-001 3号车间 配电箱门坏了：待派单，重大隐患。
        张三@项目A工作群> /我的隐患
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 你今年报了 2 条隐患…
    """)
