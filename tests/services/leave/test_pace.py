"""By when a leave is decided: reminders, the next in line, and what its applicant is told as it comes near."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from scheduler.approval_reminders import remind
from scheduler.leave_days import move
from tests.chat import Chat
from tests.services.leave.desk import book


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(move, remind), commands=book())
    yield chat
    await chat.close()


ASKED = """
    张三> /试请 事假 2026-11-23PM 搬家
    机器人→王强> …
    机器人> 已提交 QJ-20261122-001：事假 11月23日(周一)下午，0.5 天。等 王强 审批。"""


async def test_nobody_leaves_before_it_is_agreed_to(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-23 08:30
    机器人→王强> 还有 1 条申请等你审批：…
    ⏰ 2026-11-23 11:30
    机器人→钱卫东> [卡片] 张三 申请事假 11月23日(周一)下午，0.5 天 QJ-20261122-001，王强还没有审批，请你一起看 原因：搬家…
    机器人→王强> QJ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。
    机器人→张三> QJ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。还没批准，先别离岗。
    ⏰ 2026-11-23 13:30
    机器人→张三> QJ-20261122-001 事假 11月23日(周一)下午，0.5 天：已经到了开始时间，等 王强 或 钱卫东 审批。还没批准，先别离岗。
    机器人→王强> QJ-20261122-001 张三 的事假 11月23日(周一)下午，0.5 天：已经到了开始时间，还没有审批。张三 还在岗吗？请和对方确认。
    机器人→钱卫东> QJ-20261122-001 张三 的事假 11月23日(周一)下午，0.5 天：已经到了开始时间，还没有审批。张三 还在岗吗？请和对方确认。
    """)  # noqa: E501 - a message is one line


async def test_asked_for_half_an_hour_before_it_begins(chat: Chat) -> None:
    """Nobody can be waited for: the next in line is asked at once, and the answer says what D6§12 says."""
    await chat.play("""
    ⏰ 2026-11-23 13:00
    张三> /试请 事假 2026-11-23PM 孩子病了
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261123-001：事假 11月23日(周一)下午，0.5 天。等 王强 审批。
    马上就要开始了：还没批准，先别离岗；有急事请直接打电话给审批人。
    ⏰ 2026-11-23 13:00
    机器人→钱卫东> [卡片] …
    机器人→王强> QJ-20261123-001 快要开始了，还没有审批，已同时请 钱卫东 审批。
    机器人→张三> QJ-20261123-001 快要开始了，还没有审批，已同时请 钱卫东 审批。
    """)


async def test_what_began_before_it_was_asked_for_waits_like_any_other(chat: Chat) -> None:
    """补假: no hurry, nobody is told to stay, and it doesn't lapse for having begun."""
    await chat.play("""
    张三> /试请 补事假 2026-11-20 孩子病了
    机器人→王强> [卡片] 张三 申请事假 11月20日(周五)，1 天 QJ-20261122-001 原因：孩子病了 补假：开始以后才申请…
    机器人> 已提交 QJ-20261122-001：…
    ⏰ 2026-11-23 14:00
    机器人→王强> 还有 1 条申请等你审批：…
    ⏰ 2026-11-23 18:00
    机器人→钱卫东> [卡片] …
    机器人→王强> QJ-20261122-001 到时间还没有审批，已同时请 钱卫东 审批。
    机器人→张三> QJ-20261122-001 到时间还没有审批，已同时请 钱卫东 审批。
    """)
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave
    assert leave.state == "待审批"


async def test_who_was_asked_up_the_line_once_is_so_again_before_it_begins(chat: Chat) -> None:
    """The day of work that the second has ends after the beginning; two hours before it the third is asked."""
    await chat.say("张三", "/试请 事假 2026-11-24AM 搬家")
    await chat.advance(chat.clock.now().replace(day=23, hour=18, minute=0))
    cards = [(each.to, "[卡片]" in each.words) for each in chat.said()]
    assert cards.count(("钱卫东", True)) == 1
    await chat.advance(chat.clock.now().replace(day=24, hour=6, minute=29))
    assert chat.said() == []
    await chat.advance(chat.clock.now().replace(day=24, hour=6, minute=30))
    assert [each.to for each in chat.said() if "[卡片]" in each.words] == ["赵国强"]


async def test_while_his_approver_is_on_leave_the_next_in_line_is_asked(chat: Chat) -> None:
    await chat.say("王强", "/试请 事假 2026-11-23/2026-11-24")
    await chat.say("钱卫东", "/同意申请 QJ-20261122-001")
    await chat.advance(chat.clock.now().replace(day=23, hour=9, minute=0))
    chat.said()
    await chat.play("""
    张三> /试请 事假 2026-11-25 搬家
    机器人→钱卫东> [卡片] 张三 申请事假 11月25日(周三)，1 天 QJ-20261123-001，王强不在，由你代审 原因：搬家…
    机器人> 已提交 QJ-20261123-001：事假 11月25日(周三)，1 天。等 钱卫东 审批。
    王强> /同意申请 QJ-20261123-001
    机器人→钱卫东> QJ-20261123-001 王强同意了。
    机器人→张三> QJ-20261123-001 事假 11月25日(周三)，1 天：已同意（王强，09:00）。
    机器人> QJ-20261123-001 事假 11月25日(周三)，1 天：已同意（王强，09:00）。
    """)


async def test_nobody_is_asked_about_his_own(chat: Chat) -> None:
    await chat.play("""
    王强> /试请 事假 2026-11-25
    机器人→钱卫东> [卡片] 王强 申请事假 11月25日(周三)，1 天 QJ-20261122-001 [同意] [驳回]
    机器人> 已提交 QJ-20261122-001：事假 11月25日(周三)，1 天。等 钱卫东 审批。
    王强> /同意申请 QJ-20261122-001
    机器人> 不能审批自己的申请，…
    """)


async def test_a_birth_waits_for_no_papers(chat: Chat) -> None:
    await chat.say("张三", "/试请 陪产假 2026-11-23/2026-12-07")
    await chat.advance(chat.clock.now().replace(day=23, hour=9, minute=0))
    assert not any("先别离岗" in each.words for each in chat.said())
