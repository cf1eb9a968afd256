"""The board goes to who asks for it, of all or of an area; in a group it comes in private."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_it_counts_what_is_there(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.MAJOR, due=date(2026, 11, 20)))
    await given(chat, hazard(chat, HazardState.CLOSED, number="YH-20261123-002"))
    said = "未销号 1 条，超期 1 条，重大 1 条，本月销号 1 条。"
    await chat.play(f"""
        李四> 看一下隐患看板
        机器人→李四> [图片] 全公司隐患看板 11月22日(周日)：{said}
        机器人> 全公司隐患看板 11月22日(周日)：{said}图已发你。
        李四@项目A工作群> /隐患看板 研发部
        机器人→李四> [图片] 研发部隐患看板 11月22日(周日)：未销号 0 条，超期 0 条，重大 0 条，本月销号 0 条。
        机器人@项目A工作群> 研发部隐患看板 11月22日(周日)：未销号 0 条，超期 0 条，重大 0 条，本月销号 0 条。图已发你。
    """)
