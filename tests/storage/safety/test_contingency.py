"""Plans for emergencies come back whole, on both databases, with their files and who has read them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.safety.contingency.plan import Contingency, Enclosure, PlanState
from bot.domain.safety.drills.drill import DrillKind
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.safety.contingency import ContingencyTable
from bot.storage.talking.files import FileTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CHEN, ZHANG = UserId("chenan"), UserId("zhangsan")
BY = Act(CHEN, "发布预案", "安全管理员", "test:1", NOW)
PLAN = Contingency("YA-20261122-001", DrillKind.SPECIAL, "消防疏散", "先撤人", CHEN, date(2026, 11, 22))
TABLE = ContingencyTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_from_a_draft_to_its_end() -> None:
    await TABLE.add(PLAN, by=BY)
    assert await TABLE.draft_of(CHEN, since=NOW) == PLAN
    assert await TABLE.draft_of(CHEN, since=NOW + timedelta(seconds=1)) is None
    assert await TABLE.valid() == []
    valid = PLAN.moved_to(PlanState.VALID)
    assert await TABLE.save(valid, was=1, by=BY)
    assert not await TABLE.save(PLAN.moved_to(PlanState.DROPPED), was=1, by=BY)
    assert await TABLE.valid() == [valid]
    assert await TABLE.draft_of(CHEN, since=NOW) is None
    assert await TABLE.get("YA-20261122-002") is None


async def test_its_files_stay_as_long_as_it_does() -> None:
    files = FileTable()
    file = await files.keep(b"%PDF-1.7 what to do", at=NOW)
    await TABLE.add(PLAN, by=BY)
    assert await TABLE.enclose(PLAN.number, Enclosure(file, "消防疏散1.pdf"), by=BY)
    assert not await TABLE.enclose(PLAN.number, Enclosure(file, "消防疏散2.pdf"), by=BY)
    assert await TABLE.enclosures(PLAN.number) == [Enclosure(FileId(file), "消防疏散1.pdf")]
    assert await files.forget(NOW + timedelta(days=400), at_most=10, by=BY) == 0


async def test_who_has_read_it_says_so_once() -> None:
    await TABLE.add(PLAN, by=BY)
    assert await TABLE.read_by(PLAN.number, ZHANG, by=BY)
    assert not await TABLE.read_by(PLAN.number, ZHANG, by=BY)
    assert await TABLE.readers(PLAN.number) == {ZHANG}
