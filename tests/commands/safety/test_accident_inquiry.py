"""Who looks into an accident, who agrees to what they found, and what ends that an authority takes over."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def test_the_departments_own_head_doesn_t_look_alone(chat: Chat) -> None:
    await reported(chat)
    assert "不能只有本部门的负责人" in await answered(chat, "陈安", "/事故调查 成员 王强")
    assert "调查组：陈安、王强。" in await answered(chat, "陈安", "/事故调查 成员 陈安 王强")


async def test_a_conclusion_needs_a_team_and_somebody_else(chat: Chat) -> None:
    await reported(chat)
    assert "还没有调查组" in await answered(chat, "王强", "/事故调查 结论 联锁被短接")
    await answered(chat, "陈安", f"/事故调查 {NUMBER} 成员 陈安 王强")
    said = await answered(chat, "王强", "/事故调查 结论 联锁被短接")
    assert "已提交 RQ-20261122-001" in said
    assert "王强" not in said
    await answered(chat, "赵国强", "/同意申请 RQ-20261122-001")
    await answered(chat, "陈安", "/四不放过 原因 联锁被短接，有监控")


async def test_what_an_authority_investigates_is_locked(chat: Chat) -> None:
    await reported(chat)
    assert "已移交市应急管理局" in await answered(chat, "陈安", "/事故调查 移交 市应急管理局")
    assert "结论以他们的为准" in await answered(chat, "陈安", "/事故调查 成员 陈安")
    assert "由他们定" in await answered(chat, "陈安", "/事故资料 现场 清理了")
    assert "已记下" in await answered(chat, "陈安", "/事故资料 重伤1")


async def test_the_head_of_the_department_hands_his_own_accident_to_nobody(chat: Chat) -> None:
    """Its inquiry would be locked by a word of his."""
    await reported(chat)
    assert "是你部门的事故" in await answered(chat, "王强", "/事故调查 移交 区应急管理局")
