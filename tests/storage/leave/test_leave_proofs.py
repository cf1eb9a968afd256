"""Pages are kept in order, moved, checked once, and go with their bytes; on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.proofs import Proof
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveTable
from bot.storage.leave.leave_proofs import LeaveProofTable
from bot.storage.models.operating import Trail
from bot.storage.talking.files import FileTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, LINA = UserId("zhangsan"), UserId("lina")
NUMBER = "QJ-20261122-001"
ACT = Act(ZHANG, "message", "员工", "test:1", NOW)
PROOFS, FILES, LEAVES = LeaveProofTable(), FileTable(), LeaveTable()
LEAVE = LeaveRequest(
    NUMBER, ZHANG, "病假", Span(date(2026, 11, 25), date(2026, 11, 27)), Decimal(3), NOW, NOW + timedelta(days=3), NOW
)
LONG_AGO = {"checked_before": NOW - timedelta(days=365), "handed_before": NOW - timedelta(days=900)}


async def kept(data: bytes, number: str = NUMBER, *, at: datetime = NOW) -> FileId:
    file = await FILES.keep(data, at=at)
    await PROOFS.add(number, ZHANG, file, "jpg", by=replace(ACT, at=at))
    return file


async def expired(database: Database, now: datetime) -> list[str]:
    bounds = {name: now - (NOW - before) for name, before in LONG_AGO.items()}
    found = await PROOFS.expired(now, **bounds, drafts_before=now - timedelta(days=1), at_most=9)
    return [each.number for each in found]


async def test_they_come_back_in_order(database: Database) -> None:
    first, second = await kept(b"1"), await kept(b"2")
    await kept(b"3", "QJ-20261122-002")
    found = await PROOFS.of(NUMBER, NOW)
    assert [each.file for each in found] == [first, second]
    assert found[0] == Proof(found[0].id, NUMBER, ZHANG, first, "jpg", NOW)
    assert len(await PROOFS.of_person(ZHANG, NOW)) == 3
    assert await PROOFS.of_person(LINA, NOW) == []


async def test_they_are_checked_once(database: Database) -> None:
    await kept(b"1")
    assert await PROOFS.check(NUMBER, LINA, by=ACT)
    assert not await PROOFS.check(NUMBER, LINA, by=ACT)
    [page] = await PROOFS.of(NUMBER, NOW)
    assert (page.checked_at, page.checked_by) == (NOW, LINA)


async def test_a_draft_is_moved_to_its_leave(database: Database) -> None:
    await kept(b"1", "")
    await PROOFS.move(await PROOFS.of_person(ZHANG, NOW), NUMBER, by=ACT)
    assert len(await PROOFS.of(NUMBER, NOW)) == 1


async def test_what_goes_takes_its_bytes_along_unless_another_page_has_them(database: Database) -> None:
    same, other = await kept(b"1"), await kept(b"2")
    await kept(b"1", "QJ-20261122-002")
    await PROOFS.drop(await PROOFS.of(NUMBER, NOW), by=ACT)
    assert [await FILES.read(file) for file in (same, other)] == [b"1", None]
    assert await PROOFS.of(NUMBER, NOW) == []


async def test_old_files_stay_as_long_as_they_prove_something(database: Database) -> None:
    file = await kept(b"1")
    assert await FILES.forget(NOW + timedelta(days=1), at_most=9, by=ACT) == 0
    assert await FILES.read(file)


async def test_what_is_old(database: Database) -> None:
    await kept(b"1")
    await kept(b"2", "QJ-20261122-002")
    await kept(b"3", "")
    await PROOFS.check(NUMBER, LINA, by=ACT)
    assert await expired(database, NOW + timedelta(hours=23)) == []
    assert await expired(database, NOW + timedelta(days=2)) == [""]
    assert await expired(database, NOW + timedelta(days=366)) == [NUMBER, ""]
    assert await expired(database, NOW + timedelta(days=901)) == [NUMBER, "QJ-20261122-002", ""]


async def test_who_is_reminded(database: Database) -> None:
    await kept(b"1")
    numbers = [NUMBER, "QJ-20261122-002", "QJ-20261122-003"]
    await PROOFS.note_reminder(numbers[1], by=ACT)
    assert await PROOFS.unproved(numbers) == {numbers[2]}
    assert await PROOFS.unproved([]) == frozenset()


async def test_the_trail_has_the_number_alone(database: Database) -> None:
    file = await kept(b"1")
    entries = await Trail.filter(subject=f"leave:{NUMBER}")
    assert [entry.action for entry in entries] == ["message:leave_proof.handed_in"]
    assert file not in str([entry.details for entry in entries])


async def of_nothing(before: datetime) -> list[str]:
    return [each.number for each in await PROOFS.of_nothing(NOW, before=before, at_most=9)]


@pytest.mark.parametrize("state", [state for state in LeaveState if state.is_off])
async def test_of_a_leave_that_never_took_place(database: Database, state: LeaveState) -> None:
    await kept(b"1")
    await LEAVES.add(LEAVE, "", by=ACT)
    assert await of_nothing(NOW + timedelta(days=1)) == []
    await LEAVES.save(replace(LEAVE, state=state, version=2), was=1, change="off", by=replace(ACT, at=NOW))
    assert await of_nothing(NOW) == []
    assert await of_nothing(NOW + timedelta(seconds=1)) == [NUMBER]


async def test_what_moved_takes_its_papers_along(database: Database) -> None:
    await kept(b"1")
    await LEAVES.add(replace(LEAVE, state=LeaveState.CANCELLED), "", by=ACT)
    await LEAVES.add(replace(LEAVE, number="QJ-20261122-002", replaces=NUMBER), "", by=ACT)
    assert await of_nothing(NOW + timedelta(days=99)) == []
