"""A right that nobody decides on: it goes up the line, and never lapses."""

from datetime import timedelta

from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from scheduler.approval_reminders import remind
from scheduler.leave_days import move
from tests.chat import Chat
from tests.services.leave.desk import book


async def test_it_outlives_its_week(database: Database) -> None:
    chat = await Chat.open(database, jobs=(move, remind), commands=book())
    await chat.say("张三", "/试请 陪产假 2026-12-10/2026-12-24")
    chat.said()
    await chat.advance(chat.clock.now() + timedelta(days=5))
    asked = [each.to for each in chat.said() if "[材料齐了]" in each.words]
    assert asked == ["钱卫东", "赵国强", "林宓"]  # past the human resources, one after another, up to 总裁办
    await chat.advance(chat.clock.now() + timedelta(days=2))
    told = [each.words for each in chat.said() if each.to == "张三"]
    assert told[-1].startswith(
        "QJ-20261122-001 陪产假 12月10日(周四)至12月24日(周四)，15 天（自然日）：一直没有人审批，"
    )
    assert "不会因为没人审批而失效" in told[-1]
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave
    assert leave.state == "待审批"
    await chat.say("林宓", "/同意申请 QJ-20261122-001")
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave
    assert leave.state == "已批准"
    await chat.close()


async def test_what_is_no_right_lapses(database: Database) -> None:
    chat = await Chat.open(database, jobs=(move, remind), commands=book())
    await chat.say("张三", "/试请 事假 2026-12-10")
    await chat.advance(chat.clock.now() + timedelta(days=7))
    leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
    assert leave
    assert leave.state == "已失效"
    await chat.close()


async def test_whoever_looks_at_papers_is_told_so(chat: Chat) -> None:
    """Of a wedding the manager may speak about the dates, the human resources look at the certificate alone."""
    await chat.play("""
    张三> /请假 婚假 12.7
    机器人> [卡片] …
    张三> 按 [确认]
    机器人→王强> [卡片] 张三 申请婚假 12月7日(周一)至12月9日(周三)，3 天 QJ-20261122-001 说明：依法应休，只可另商日期 …
    机器人> …
    王强> 按 [同意]
    机器人→李娜> [卡片] 张三 申请婚假 12月7日(周一)至12月9日(周三)，3 天 QJ-20261122-001 说明：依法应休，只核对材料 …
    机器人→周敏> [卡片] …
    机器人→张三> QJ-20261122-001 王强同意了。现在等 李娜 或 周敏 核对材料。
    机器人> …
    """)
