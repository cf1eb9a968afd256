"""The life of a leave in chat: asked for, decided, given back, begun and ended."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from scheduler.approval_reminders import remind
from scheduler.leave_days import move
from tests.chat import Chat
from tests.services.leave.desk import book

FULL = "共 5 天，还剩 5 天。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (move,)


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, commands=book())
    yield chat
    await chat.close()


HALF_A_DAY = """张三> /试请 年假 2026-11-23PM
    机器人→王强> [卡片] 张三 申请年假 11月23日(周一)下午，0.5 天 QJ-20261122-001 余额：扣除本次后还剩 4.5 天 说明：…
    机器人> 已提交 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。等 王强 审批。"""


async def test_agreed_begun_and_ended(chat: Chat) -> None:
    await chat.play(
        f"""
    {HALF_A_DAY}
    张三> /试余额
    机器人> 共 5 天，占用 0.5 天，还剩 4.5 天。
    王强> 按 [同意]
    机器人→张三> QJ-20261122-001 年假 11月23日(周一)下午，0.5 天：已同意（王强，10:00）。年假还剩 4.5 天。
    机器人> [卡片] 张三 申请年假 11月23日(周一)下午，0.5 天 已同意（王强，10:00）。
    ⏰ 2026-11-23 13:31
    张三> /试余额
    机器人> 共 5 天，已用 0.5 天，还剩 4.5 天。
    """
    )
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave is not None
    assert leave.state == "休假中"
    await chat.play("⏰ 2026-11-23 18:00")
    ended = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert ended is not None
    assert ended.state == "已结束"
    assert await LeaveTable().next_due() is None


async def test_rejected(chat: Chat) -> None:
    await chat.play(
        """
    张三> /试请 调休 2026-11-24
    机器人→王强> …
    机器人> …
    王强> /驳回 QJ-20261122-001 忙
    机器人→张三> QJ-20261122-001 调休 11月24日(周二)，8 小时：已驳回（王强，10:00，理由：忙）。
    机器人> …
    """
    )


async def test_withdrawn(chat: Chat) -> None:
    await chat.play(
        f"""
    {HALF_A_DAY}
    张三> /撤回 QJ-20261122-001
    机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
    机器人> 已撤回 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。占用的 0.5 天已经退回。
    张三> /试余额
    机器人> {FULL}
    """
    )


async def test_the_same_wish_again_and_one_that_overlaps(chat: Chat) -> None:
    await chat.play(
        f"""
    {HALF_A_DAY}
    张三> /试请 年假 2026-11-23PM
    机器人> 已提交 QJ-20261122-001，现在是待审批，不用再发。
    张三> /试请 事假 2026-11-23
    机器人> 这段时间你已经请了假：QJ-20261122-001 年假 11月23日(周一)下午（待审批）。要换时间请先发 /撤回…
    """
    )


async def test_what_is_held_cant_be_taken_again(chat: Chat) -> None:
    await chat.say("张三", "/试请 年假 2026-11-23/2026-11-26")
    chat.said()
    await chat.play(
        """
    张三> /试请 年假 2026-12-01/2026-12-02
    机器人> 年假不够：这次要 2 天，2026年这时能用的还有 1 天（另有 4 天已被别的申请占用）。…
    """
    )


async def test_who_has_nothing_is_refused(chat: Chat) -> None:
    await chat.play(
        """
    李四> /试请 年假 2026-11-23
    机器人> 年假不够：这次要 1 天，2026年这时能用的还有 0 天。可以少请一些，或换一种假；发 /假期余额 看明细。
    """
    )


async def test_a_sick_person_s_reason_is_nobody_s_business(chat: Chat) -> None:
    await chat.play(
        """
    张三> /试请 病假 2026-11-25/2026-11-27 发烧
    机器人→王强> [卡片] 张三 申请病假 11月25日(周三)至11月27日(周五)，3 天 QJ-20261122-001 [同意] [驳回]
    机器人> 已提交 QJ-20261122-001：病假 11月25日(周三)至11月27日(周五)，3 天。等 王强 审批。
    请在 3 天内把医院证明的照片或 PDF 私聊发给我，只交给人力资源。
    """
    )


async def test_nobody_knows_the_hours_of_overtime(chat: Chat) -> None:
    await chat.play(
        """
    张三> /试请 调休 2026-11-24
    机器人→王强> [卡片] 张三 申请调休 11月24日(周二)，8 小时 QJ-20261122-001 余额：没有登记，由人力资源核对…
    机器人> 已提交 QJ-20261122-001：调休 11月24日(周二)，8 小时。等 王强 审批。
    """
    )


async def test_a_colleague_s_absence_is_on_the_card(chat: Chat) -> None:
    await chat.say("李四", "/试请 病假 2026-11-23")
    chat.said()
    await chat.play(
        """
    张三> /试请 事假 2026-11-23 搬家
    机器人→王强> [卡片] 张三 申请事假 11月23日(周一)，1 天 QJ-20261122-002 同部门：李四(待批)也请了假 原因：…
    机器人> 已提交 QJ-20261122-002：事假 11月23日(周一)，1 天。等 王强 审批。
    """
    )


async def test_a_right_is_only_looked_at_by_hr(chat: Chat) -> None:
    """The manager hears of it at once."""
    await chat.say("张三", "/试请 陪产假 2026-12-10/2026-12-24")
    said = [(each.to, each.words) for each in chat.said()]
    wish = "陪产假 12月10日(周四)至12月24日(周四)，15 天（自然日）（QJ-20261122-001）"
    told = f"张三 要休{wish}。这是法定假，由人力资源核对材料，不用你审批，请提前安排工作。"
    assert ("王强", told) in said
    assert {to for to, words in said if "[卡片]" in words} == {"周敏", "李娜"}


async def test_short_leaves_side_by_side_go_to_the_higher_desk(chat: Chat) -> None:
    await chat.say("张三", "/试请 事假 2026-11-23/2026-11-25")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    chat.said()
    await chat.say("张三", "/试请 事假 2026-11-26")
    await chat.say("王强", "/同意申请 QJ-20261122-002")
    asked = [each.to for each in chat.said() if "[卡片]" in each.words]
    assert asked == ["王强", "李娜", "周敏"]


async def test_in_a_group_nothing_of_it_is_told(chat: Chat) -> None:
    await chat.say("张三", "/试请 病假 2026-11-25/2026-11-27 发烧", room="项目A工作群")
    in_the_group = [each.words for each in chat.said() if each.room]
    assert in_the_group
    assert not any("病假" in words or "发烧" in words for words in in_the_group)


async def test_two_hours_before_it_begins_the_next_in_line_is_asked_too(database: Database) -> None:
    chat = await Chat.open(database, jobs=(move, remind), commands=book())
    await chat.play(
        f"""
    {HALF_A_DAY}
    ⏰ 2026-11-23 08:30
    机器人→王强> 还有 1 条申请等你审批：
    QJ-20261122-001 张三 申请年假 11月23日(周一)下午，0.5 天
    同意请回「/同意申请 编号」，商量日期请回「/商量日期 编号 想改到哪天」。
    ⏰ 2026-11-23 11:30
    机器人→钱卫东> [卡片] 张三 申请年假 11月23日(周一)下午，0.5 天 QJ-20261122-001，王强还没有审批，请你一起看…
    机器人→王强> QJ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。
    机器人→张三> QJ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。还没批准，先别离岗。
    """
    )
    await chat.close()


async def test_it_was_over_when_it_was_agreed_to(chat: Chat) -> None:
    await chat.say("张三", "/试请 补事假 2026-11-20 孩子病了")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave is not None
    assert (leave.state, leave.retro) == ("已结束", True)


async def test_who_is_asked_later_sees_the_balance_of_then(chat: Chat) -> None:
    """Half a day more was asked for meanwhile."""
    await chat.say("张三", "/试请 年假 2026-12-01/2026-12-04")
    chat.said()
    await chat.say("张三", "/试请 年假 2026-12-10AM")
    (other,) = [each.words for each in chat.said() if each.to == "王强"]
    assert "余额：扣除本次后还剩 0.5 天" in other
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    cards = [each.words for each in chat.said() if each.to == "李娜"]
    assert ["余额：扣除本次后还剩 0.5 天" in card for card in cards] == [True]
