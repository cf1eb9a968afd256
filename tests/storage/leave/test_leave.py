"""Leaves come back as they were written, change once, and draw on ledgers that only grow."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, When
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import FEW, LeaveLedgerTable, LeaveTable
from bot.storage.models.leave import LeaveRecord
from bot.storage.models.operating import Trail

LEAVES, LEDGERS = LeaveTable(), LeaveLedgerTable()
ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
BY = Act("a", "请假", "本人", "test:1", NOW)
A, B = UserId("a"), UserId("b")
MONDAY = date(2026, 11, 23)
BEGINS, ENDS = datetime(2026, 11, 23, 13, 30, tzinfo=ZONE), datetime(2026, 11, 23, 18, tzinfo=ZONE)
LEAVE = LeaveRequest(
    "QJ-20261122-001", A, "年假", Span(MONDAY, MONDAY, Half.PM, Half.PM), Decimal("0.5"), BEGINS, ENDS, NOW
)


@pytest.mark.parametrize(
    "when",
    [LEAVE.when, TimeSpan(BEGINS, ENDS), Daily(MONDAY, date(2027, 3, 31), 60, ShiftEdge.END)],
    ids=lambda when: type(when).__name__,
)
async def test_it_comes_back_as_it_was(database: Database, when: When) -> None:
    leave = replace(LEAVE, when=when, retro=True, provisional=True, continues="QJ-20261120-001", unused=Decimal("0.25"))
    await LEAVES.add(leave, "看牙", by=BY)
    assert await LEAVES.get(leave.number, NOW) == leave
    kept = await LeaveRecord.get(number=leave.number)
    assert "看牙" not in kept.reason
    assert await LEAVES.reason(leave.number) == "看牙"
    assert not [each for each in await Trail.all() if "看牙" in str(each.details)]
    assert await LEAVES.get("QJ-20261122-009", NOW) is None


async def test_times_are_compared_as_moments(database: Database) -> None:
    await LEAVES.add(LEAVE, "", by=BY)
    kept = await LEAVES.get(LEAVE.number, NOW.astimezone(UTC))
    assert kept is not None
    assert (kept.begins, kept.ends) == (BEGINS, ENDS)


async def test_time_moves_on_what_was_approved(database: Database) -> None:
    await LEAVES.add(LEAVE, "", by=BY)
    assert await LEAVES.next_due() is None
    approved = replace(LEAVE, state=LeaveState.APPROVED, version=2)
    assert await LEAVES.save(approved, was=1, change="approved", by=BY)
    assert not await LEAVES.save(approved, was=1, change="approved", by=BY)
    assert await LEAVES.next_due() == BEGINS
    assert await LEAVES.due(BEGINS - timedelta(minutes=1)) == []
    assert await LEAVES.due(BEGINS) == [approved]
    running = replace(approved, state=LeaveState.RUNNING, version=3)
    assert await LEAVES.save(running, was=2, change="begun", by=BY)
    assert await LEAVES.next_due() == ENDS
    assert await LEAVES.save(replace(running, state=LeaveState.ENDED, version=4), was=3, change="ended", by=BY)
    assert await LEAVES.next_due() is None


async def test_ones_own_and_those_of_colleagues(database: Database) -> None:
    other = replace(LEAVE, number="QJ-20261122-002", user=B)
    off = replace(LEAVE, number="QJ-20261122-003", user=B, state=LeaveState.REJECTED)
    for each in (LEAVE, other, off):
        await LEAVES.add(each, "", by=BY)
    assert await LEAVES.of(B, NOW, since=NOW) == [other, off]
    assert await LEAVES.of(B, NOW, since=ENDS) == []
    assert await LEAVES.between(BEGINS, ENDS, [A, B]) == [LEAVE, other]
    assert await LEAVES.between(BEGINS, ENDS, [B]) == [other]
    crowd = [UserId(f"w{number}") for number in range(FEW)]
    assert await LEAVES.between(BEGINS, ENDS, [*crowd, B]) == [other]
    assert await LEAVES.between(BEGINS, ENDS, crowd) == []
    assert await LEAVES.between(BEGINS, ENDS, []) == []
    assert await LEAVES.between(ENDS, ENDS + timedelta(hours=1), [A, B]) == []
    assert await LEAVES.everybodys(BEGINS, ENDS) == [LEAVE, other, off]
    assert await LEAVES.everybodys(ENDS, ENDS + timedelta(hours=1)) == []


async def test_a_ledger_is_read_in_the_order_it_was_written(database: Database) -> None:
    lot = "年假 2026-01-01"
    granted = Entry(EntryKind.GRANTED, "年假", 2026, Decimal(5), date(2026, 1, 1), lot, "", "工龄", date(2026, 12, 31))
    reserved = Entry(EntryKind.RESERVED, "年假", 2026, Decimal("0.5"), NOW.date(), lot, LEAVE.number)
    await LEDGERS.write(A, [granted, reserved], by=BY)
    await LEDGERS.write(B, [], by=BY)
    assert await LEDGERS.of(A) == Ledger((granted, reserved))
    assert await LEDGERS.of(B) == Ledger()
    assert [each.subject for each in await Trail.all()] == ["leave_ledger:a"]


async def test_of_two_at_once_one_waits(either_database: Database) -> None:
    """The second sees what the first wrote."""

    async def take() -> int:
        await LEDGERS.hold(A)
        found = len((await LEDGERS.of(A)).entries)
        await asyncio.sleep(0.01)
        await LEDGERS.write(A, [Entry(EntryKind.GRANTED, "年假", 2026, Decimal(1), MONDAY, f"{found}")], by=BY)
        return found

    found = await asyncio.gather(*(either_database.transact(take) for _ in range(4)))
    assert sorted(found) == [0, 1, 2, 3]
