"""Papers about ledgers come back as they were written and change once; what is asked of all ledgers at once."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.overtime import Overtime, OvertimeState, Pay
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.leave_papers import Ending
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable
from bot.storage.leave.leave_papers import LeaveAccountTable, LeavePaperTable
from bot.storage.leave.overtime import OvertimeTable
from bot.storage.models.leave_papers import LeavePaperRecord
from bot.storage.models.operating import Trail

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
BY = Act("hr", "调整假期", "人力资源", "test:1", NOW)
A, B, C = map(UserId, "abc")
PAPER = Paper("JQ-20261122-001", PaperKind.CARRY, A, "年假", 2026, Decimal("2.5"), "项目忙", B, date(2026, 11, 22))
WORK = Overtime("RQ-20261122-001", A, date(2026, 11, 28), Decimal(8), Pay.TIME_OFF, NOW, NOW + timedelta(hours=8))
YEAR_END = date(2026, 12, 31)


def granted(amount: str, until: date | None = YEAR_END, lot: str = "年假 2026-01-01") -> Entry:
    return Entry(EntryKind.GRANTED, "年假", 2026, Decimal(amount), date(2026, 1, 1), lot, until=until)


async def test_a_paper_comes_back_and_its_words_are_sealed(database: Database) -> None:
    papers = LeavePaperTable()
    await papers.add(PAPER, by=BY)
    assert await papers.get(PAPER.number) == PAPER
    assert await papers.of_year(PaperKind.CARRY, 2026) == [PAPER]
    assert (await papers.days(A), await papers.days(B)) == ([PAPER.on], [])
    assert await papers.of_year(PaperKind.CARRY, 2027) == []
    assert "项目忙" not in (await LeavePaperRecord.get(number=PAPER.number)).text
    assert not [each for each in await Trail.all() if "项目忙" in str(each.details)]
    assert await papers.get("JQ-20261122-002") is None


async def test_a_paper_is_answered_once(database: Database) -> None:
    papers = LeavePaperTable()
    await papers.add(PAPER, by=BY)
    assert await papers.change(PAPER, PaperState.AGREED, by=BY)
    assert not await papers.change(PAPER, PaperState.DECLINED, by=BY)
    assert await papers.get(PAPER.number) == replace(PAPER, state=PaperState.AGREED)


async def test_overtime_comes_back_and_falls_due(database: Database) -> None:
    table = OvertimeTable()
    await table.add(WORK, by=BY)
    await table.add(replace(WORK, number="RQ-20261122-002", user=B, begins=None, ends=None), by=BY)
    assert await table.get(WORK.number, NOW) == WORK
    assert await table.of(A, WORK.day, WORK.day, NOW) == [WORK]
    assert [each.user for each in await table.between(WORK.day, WORK.day, NOW)] == [A, B]
    assert await table.next_due() is None
    assert await table.change(WORK, OvertimeState.APPROVED, NOW, by=BY)
    assert not await table.change(WORK, OvertimeState.OFF, None, by=BY)
    assert await table.next_due() == NOW
    assert await table.due(NOW - timedelta(seconds=1)) == []
    (due,) = await table.due(NOW)
    assert await table.change(due, OvertimeState.CREDITED, None, by=BY)
    assert await table.due(NOW) == []


async def left(first: date) -> list[tuple[UserId, Decimal]]:
    found = await LeaveAccountTable().ending(first, YEAR_END)
    assert all((each.type, each.year, each.until) == ("年假", 2026, YEAR_END) for each in found)
    return [(each.user, each.left) for each in found]


async def test_whose_credits_have_ended_with_something_left(database: Database) -> None:
    ledgers, accounts = LeaveLedgerTable(), LeaveAccountTable()
    lot = granted("5").lot
    used = [
        Entry(EntryKind.RESERVED, "年假", 2026, Decimal(5), YEAR_END, lot, "QJ-1"),
        Entry(EntryKind.CONSUMED, "年假", 2026, Decimal(5), YEAR_END, lot, "QJ-1"),
    ]
    await ledgers.write(A, [granted("5")], by=BY)
    await ledgers.write(B, [granted("5"), *used], by=BY)
    await ledgers.write(C, [granted("5", until=None), granted("0.5", lot="年假 RQ-1")], by=BY)
    half, five = Decimal("0.5"), Decimal(5)
    assert await accounts.ending(date(2026, 1, 1), date(2026, 12, 30)) == []
    assert await left(YEAR_END) == [(A, five), (C, half)]
    returned = Entry(EntryKind.RETURNED, "年假", 2026, half, YEAR_END, lot, "QJ-1")
    await ledgers.write(B, [returned], by=BY)
    assert await left(YEAR_END) == [(A, five), (B, half), (C, half)]
    await ledgers.write(A, [Entry(EntryKind.EXPIRED, "年假", 2026, five, date(2027, 1, 1), lot)], by=BY)
    assert await left(date.min) == [(B, half), (C, half)]
    assert await accounts.expired(2026) == [Ending(A, "年假", 2026, date(2027, 1, 1), five)]
    assert await accounts.expired(2027) == []
    assert await accounts.credited(2026) == {(A, "年假"), (B, "年假"), (C, "年假")}
    assert await accounts.credited(2027) == frozenset()
