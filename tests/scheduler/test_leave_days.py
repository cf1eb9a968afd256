"""Leaves begin and end by themselves, once each, however late the job runs."""

from bot.domain.leave.requests.request import LeaveState
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable, LeaveTable
from scheduler.approval_reminders import remind
from scheduler.leave_days import move
from tests.chat import Chat
from tests.services.leave.desk import book


async def asked_and_approved(database: Database) -> Chat:
    chat = await Chat.open(database, jobs=(move,), commands=book())
    await chat.say("张三", "/试请 年假 2026-11-23/2026-11-24")
    await chat.say("王强", "/同意申请 QJ-20261122-001")
    return chat


async def states(chat: Chat, *moments: str) -> list[LeaveState]:
    found = []
    for moment in moments:
        await chat.play(f"⏰ {moment}")
        leave = await LeaveTable().get("QJ-20261122-001", chat.clock.now())
        assert leave is not None
        found.append(leave.state)
    return found


async def test_it_begins_and_ends_by_the_clock(database: Database) -> None:
    chat = await asked_and_approved(database)
    chat.said()
    moments = ("2026-11-23 08:29", "2026-11-23 08:30", "2026-11-24 17:59", "2026-11-24 18:00")
    assert await states(chat, *moments) == [
        LeaveState.APPROVED,
        LeaveState.RUNNING,
        LeaveState.RUNNING,
        LeaveState.ENDED,
    ]
    await chat.close()


async def test_however_late_it_runs_what_was_held_is_used_once(database: Database) -> None:
    chat = await asked_and_approved(database)
    await chat.close()
    later = await Chat.open(database, jobs=(move,), commands=book(), now=chat.clock.now().replace(month=12))
    await later.play("⏰ 2026-12-24 09:00")
    ledger = await LeaveLedgerTable().of(later.user("张三"))
    assert [each.kind.name for each in ledger.entries if each.cause] == ["RESERVED", "CONSUMED"]
    await later.close()


async def test_while_somebody_is_on_leave_the_next_in_line_decides_for_him(database: Database) -> None:
    chat = await Chat.open(database, jobs=(move, remind), commands=book())
    await chat.say("王强", "/试请 年假 2026-11-23/2026-11-24")
    await chat.say("钱卫东", "/同意申请 QJ-20261122-001")
    await chat.say("李四", "/试请 事假 2026-11-26")
    asked = [line.to for line in chat.said() if "李四 申请" in line.words]
    await chat.play("""
        ⏰ 2026-11-23 08:30
        机器人→钱卫东> [卡片] 李四 申请事假 11月26日(周四)，1 天 QJ-20261122-002，王强不在，由你代审 [同意] [驳回]
    """)
    await chat.say("张三", "/试请 年假 2026-11-27")
    others = [line.to for line in chat.said() if "张三 申请" in line.words]
    assert (asked, others) == (["王强"], ["钱卫东"])
    await chat.close()
