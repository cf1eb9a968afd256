"""Nothing is let go until all four are done, each with what it rests on."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, later, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def concluded(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故上报 10:00 区应急管理局 李科长")
    await answered(chat, "陈安", "/事故调查 成员 陈安 王强")
    await answered(chat, "陈安", "/事故调查 结论 联锁被短接")
    await answered(chat, "赵国强", "/同意申请 RQ-20261122-001")


async def test_four_ticks_then_it_is_closed(chat: Chat) -> None:
    await concluded(chat)
    await chat.play(f"""
        陈安> /四不放过
        机器人> [卡片] 四不放过 {NUMBER} 还差 4 项：原因查清、责任人处理、措施落实、人员教育。做到了就按按钮写明依据。…
        陈安> 按 [原因查清]
        机器人> [卡片] 四不放过 {NUMBER} 原因查清了吗？写直接原因、管理原因和凭什么这样说。…
        陈安> 有人把联锁短接了，手被机器夹住，有监控
        机器人> [卡片] 四不放过 {NUMBER} 「原因查清」记下了。还差 3 项：责任人处理、措施落实、人员教育。…
        陈安> /四不放过 责任 生字〔2026〕12 号决定
        机器人> [卡片] 四不放过 {NUMBER} 「责任人处理」记下了。还差 2 项…
        陈安> /四不放过 措施落实 加装联锁，12月1日验收
        机器人> [卡片] 四不放过 {NUMBER} 「措施落实」记下了。还差 1 项…
        陈安> /四不放过 教育 11月30日全员 86 人
        机器人> [卡片] 四不放过 {NUMBER} 「人员教育」记下了。四项都有了，可以结案。…
        陈安> 按 [结案]
        机器人> [卡片] 四不放过 {NUMBER} 四项都落实了。已结案。…
        陈安> /事故进度
        机器人> 现在没有在处理的事故。
    """)
    assert not await later(chat, until="2027-02-01 09:00")
    assert "已经结案" in await answered(chat, "陈安", f"/事故资料 {NUMBER} 重伤1")


async def test_no_cause_without_a_conclusion(chat: Chat) -> None:
    await reported(chat)
    assert "还没有调查结论" in await answered(chat, "陈安", "/四不放过 原因 联锁被短接")


async def test_the_departments_own_head_ticks_neither_cause_nor_blame(chat: Chat) -> None:
    await concluded(chat)
    for words in ("原因 联锁被短接", "责任 口头批评"):
        assert "由本部门以外的人来定" in await answered(chat, "王强", f"/四不放过 {words}")
    assert "记下了" in await answered(chat, "王强", "/四不放过 整改 加装联锁")


async def test_what_was_not_reported_is_not_closed(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故调查 移交 市应急管理局")
    for words in ("原因 查清了", "责任 处理了", "整改 做完了", "教育 全员"):
        await answered(chat, "陈安", f"/四不放过 {words}")
    await chat.play(f"""
        陈安> 按 [结案]
        机器人> [卡片] 没有办成 {NUMBER} 还没有记下已报，不能结案。发 /事故上报 {NUMBER} 记下。
    """)
