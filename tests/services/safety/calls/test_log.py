"""Whoever reported an accident, and those in charge, read how it stands to the minute; nobody else learns of it."""

import pytest

from scheduler.call_tree import go_on
from tests.chat import Chat

NUMBER = "SG-20261122-001"
UNSEEN = f"没有你能看的事故 {NUMBER}。看看编号对不对；要报告事故，发「/事故 地点 情况」。"


@pytest.fixture
def jobs() -> list[object]:
    return [go_on]


async def test_it_says_what_was_done_and_what_comes_next(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    await chat.say("李四", "仓库烧起来了")
    await chat.advance(chat.clock.time.replace(minute=1))
    chat.said()
    await chat.play(f"""
        张三> /事故 {NUMBER.lower()}
        机器人> {NUMBER} 火灾：还没有人收到。
        10:00 张三 报告：仓库着火了
        10:00 通知 陈安
        10:00 通知 王强
        10:00 李四 也报告：仓库烧起来了
        10:01 通知 吴管
        下一步 10:02 通知下一位
        吴管> 按 [我处理不了]
        机器人> [卡片] 紧急！火灾 {NUMBER} 还没有人收到。…
    """)
    await chat.say("周敏", "收到")
    chat.said()
    await chat.say("陈安", f"/事故 {NUMBER}")
    [answer] = chat.said()
    lines = answer.words.splitlines()
    assert lines[0] == f"{NUMBER} 火灾：周敏 10:01 已收到。"
    assert lines[-2:] == ["10:01 吴管 处理不了，转给下一位", "10:01 周敏 收到"]


async def test_nobody_else_learns_whether_it_is_there(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play(f"""
        李四> /事故 {NUMBER}
        机器人> {UNSEEN}
        李四> /事故 SG-20261122-009
        机器人> {UNSEEN.replace("001", "009")}
    """)


async def test_in_a_group_nothing_of_it_is_said(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了", room="项目A工作群")
    chat.said()
    await chat.say("张三", f"/事故 {NUMBER}", room="项目A工作群")
    assert all("报告：" not in line.words for line in chat.said() if line.room)
