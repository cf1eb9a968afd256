from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.rights import Role
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.safety_calendar import say_what_is_due
from scheduler.safety_done import look_who_has_not
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (say_what_is_due, look_who_has_not)


async def test_heads_press_that_somebody_is_on_duty_and_who_did_not_is_listed(
    database: Database, jobs: Sequence[Job]
) -> None:
    now = datetime(2026, 12, 28, 20, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    chat = await Chat.open(database, jobs=jobs, now=now)
    await chat.advance(now.replace(day=29, hour=10, minute=30))
    asked = [line for line in chat.said() if line.words.startswith("[卡片] 元旦值班排好了吗？")]
    heads = [chat.company.name_of(user) for user in chat.company.serving(Role.DEPT_HEAD)]
    assert sorted(line.to or "" for line in asked) == sorted(heads)
    assert "马丽" in heads
    await chat.play("""
        马丽> 按 [办好了]
        机器人> [卡片] 记下了 已经记下你办好了，谢谢。有变动，直接告诉安全管理员。
    """)
    await chat.advance(now.replace(day=30, hour=9, minute=30))
    said = chat.said()
    assert "马丽" not in {line.to for line in said}
    listed = [line.words for line in said if line.to == "陈安" and "没回：" in line.words]
    assert len(listed) == 1
    assert f"还有 {len(heads) - 1} 人没回" in listed[0]
    await chat.advance(now.replace(day=31, hour=9, minute=30))
    assert not [line for line in chat.said() if "没回" in line.words or "没收到" in line.words]
    await chat.close()


async def test_heads_are_asked_for_a_report_and_who_sent_none_is_asked_again(
    database: Database, jobs: Sequence[Job]
) -> None:
    """The second working day of a month, of the month before."""
    now = datetime(2026, 12, 1, 20, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    chat = await Chat.open(database, jobs=jobs, now=now)
    await chat.advance(now.replace(day=2, hour=14))
    asked = [line for line in chat.said() if "11月安全情况" in line.words]
    assert {"王强", "马丽"} <= {line.to for line in asked}
    assert len(asked) == len({line.to for line in asked})
    await chat.press("王强", next(card.task_id for who, _, card in chat._cards if who == "王强"), "tell")
    assert [line.to for line in chat.said()] == ["陈安", "王强"]
    await chat.advance(now.replace(day=3, hour=9, minute=30))
    said = chat.said()
    assert {line.to for line in said if "还没收到你部门" in line.words} == {line.to for line in asked} - {"王强"}
    (listed,) = [line.words for line in said if line.to == "陈安" and "个没报：" in line.words]
    assert listed.startswith("11月的部门安全报告还有 7 个没报：")
    assert "生产部" not in listed
    await chat.advance(now.replace(day=4, hour=9, minute=30))
    assert not [line for line in chat.said() if "没报" in line.words or "还没收到" in line.words]
    await chat.close()
