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


async def test_nobody_comes_to_the_team_by_a_slip(chat: Chat) -> None:
    await reported(chat)
    assert "对方是生产部的王强" in await answered(chat, "陈安", "/事故调查 成员 wq")


async def test_more_time_needs_a_reason_and_somebody_else(chat: Chat) -> None:
    await reported(chat)
    assert "延到哪天，什么原因" in await answered(chat, "陈安", "/事故调查 延期 2027年2月20日")
    assert "最晚2027年3月22日" in await answered(chat, "陈安", "/事故调查 延期 2027年4月1日 等鉴定结果")
    assert "要延到它之后" in await answered(chat, "陈安", "/事故调查 延期 2027年1月10日 等鉴定结果")
    said = await answered(chat, "陈安", "/事故调查 延期到2027年2月20日，等鉴定结果")
    assert said.startswith(
        f"已提交 RQ-20261122-001：{NUMBER} 的调查延到2027年2月20日(周六)。等 钱卫东 或 孙丽 或 赵国强 审批"
    )
    assert (await chat.core.records.accident_cases.said(NUMBER)) == []
    await answered(chat, "赵国强", "/同意申请 RQ-20261122-001")
    [fact] = await chat.core.records.accident_cases.said(NUMBER)
    assert (fact.value, fact.why, fact.by, fact.agreed_by) == ("2027-02-20", "等鉴定结果", "chenan", "zhaoguoqiang")
    assert "要延到它之后" in await answered(chat, "陈安", "/事故调查 延期 2027年2月10日 等鉴定结果")
