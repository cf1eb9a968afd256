"""On PostgreSQL somebody decides while the applicant takes it back, moves it or calls it off: one of them is first, the
other is told so, and the ledger is a recount of what became of it."""

import asyncio

import pytest

from bot.domain.leave.requests.request import LeaveState
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable, LeaveTable
from scheduler.leave_days import move
from tests.chat import Chat

WHO = UserId("zhangsan")
NUMBER = "QJ-20261122-001"
WAITING = {LeaveState.PENDING, LeaveState.APPROVED}


@pytest.mark.parametrize(
    ("agreed", "lines"),
    [
        (False, (("王强", f"/同意申请 {NUMBER}"), ("张三", f"/撤回 {NUMBER}"))),
        (False, (("王强", f"/驳回 {NUMBER} 忙"), ("张三", f"/取消 {NUMBER}"))),
        (False, (("王强", f"/同意申请 {NUMBER}"), ("张三", "/确认 1"))),
        (True, (("张三", f"/取消 {NUMBER}"), ("张三", "/确认 1"))),
        (True, (("张三", "/确认 1"), ("李四", "/请假 事假 11.25"))),
    ],
    ids=["agreed-withdrawn", "rejected-cancelled", "agreed-moved", "cancelled-moved", "moved-beside-others"],
)
async def test_one_of_them_is_first(postgres: Database, agreed: bool, lines: tuple[tuple[str, str], ...]) -> None:
    chat = await Chat.open(postgres, jobs=(move,))
    await chat.say("张三", "/请假 年假 11.24")
    if agreed:
        await chat.say("王强", f"/同意申请 {NUMBER}")
    await chat.say("张三", f"/改期 {NUMBER} 11.26")
    chat.said()
    await asyncio.gather(*(chat.say(who, line) for who, line in lines))
    said = [each.words for each in chat.said()]
    assert not any("出了点问题" in words for words in said)
    leaves = await LeaveTable().of(WHO, chat.clock.now(), since=chat.clock.now())
    assert len([each for each in leaves if each.took_place]) <= 1
    tally = (await LeaveLedgerTable().of(WHO)).balance("年假", 2026)
    assert tally.held == sum(each.amount for each in leaves if each.state in WAITING)
    assert (tally.used, tally.left) == (0, 5 - tally.held)
    await chat.close()
