"""Drills come back whole, on both databases; of two changes of one version one counts."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.drills.drill import Drill, DrillKind, DrillState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.safety.drills import DrillTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CHEN = UserId("chenan")
BY = Act(CHEN, "演练计划", "安全管理员", "test:1", NOW)
STARTS = NOW + timedelta(days=3)
DRILL = Drill("YL-20261122-001", DrillKind.SPECIAL, "消防疏散", "3号车间", STARTS, CHEN, ("dept:生产部",))
TABLE = DrillTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_from_a_draft_to_its_judgement() -> None:
    await TABLE.add(DRILL, by=BY)
    assert await TABLE.get(DRILL.number, NOW) == DRILL
    told = DRILL.moved_to(DrillState.PLANNED)
    assert await TABLE.save(told, was=1, by=BY)
    assert not await TABLE.save(DRILL.moved_to(DrillState.CALLED_OFF), was=1, by=BY)
    judged = told.judged("快", ("门打不开",), ("YH-20261125-001",), asked=8, came=7)
    assert await TABLE.save(judged, was=2, by=BY)
    assert await TABLE.between(STARTS, STARTS + timedelta(seconds=1), NOW) == [judged]
    assert await TABLE.between(NOW, STARTS, NOW) == []
    assert await TABLE.get("YL-20261122-002", NOW) is None
