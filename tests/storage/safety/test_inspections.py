"""Plans and rounds come back whole, on both databases; of two changes of one version one counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.inspections.checklist import Item
from bot.domain.safety.inspections.rounds import InspectionPlan, Round
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.safety.inspections import InspectionTable

NOW = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
CHEN = UserId("chenan")
BY = Act(CHEN, "检查", "安全管理员", "test:1", NOW)
PLAN = InspectionPlan("JH-20261122-001", "消防", "3号车间", CHEN, "WEEKLY;MO;08:30")
ITEMS = (Item("在吗？", "没有灭火器", HazardKind.FIRE), Item("亮吗？", "灯不亮", HazardKind.ELECTRIC))
ROUND = Round("JC-20261123-001", "消防", ITEMS, "3号车间", CHEN, NOW, NOW + timedelta(hours=9), plan=PLAN.number)
TABLE = InspectionTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_a_plan_goes_on_until_it_is_stopped() -> None:
    await TABLE.add_plan(PLAN, by=BY)
    assert await TABLE.plans() == [PLAN]
    moved = replace(PLAN, recurrence="WEEKLY;TU;09:00")
    assert await TABLE.change_plan(moved, by=BY)
    assert await TABLE.plans() == [moved]
    stopped = replace(PLAN, stopped=True)
    assert await TABLE.stop_plan(stopped, by=BY)
    assert not await TABLE.stop_plan(stopped, by=BY)
    assert not await TABLE.change_plan(moved, by=BY)
    assert await TABLE.plans() == []
    assert await TABLE.plan(PLAN.number) == stopped
    assert await TABLE.plan("JH-20261122-002") is None


async def test_a_round_from_its_card_to_its_end() -> None:
    await TABLE.open(ROUND, by=BY)
    assert await TABLE.get(ROUND.number) == ROUND
    looked = ROUND.looked((1,), NOW)
    assert await TABLE.save(looked, was=1, by=BY)
    assert not await TABLE.save(ROUND.looked((), NOW), was=1, by=BY)
    assert await TABLE.done_lately(CHEN, since=NOW) is None
    done = looked.done(("YH-20261123-001",), (), NOW + timedelta(minutes=5))
    assert await TABLE.save(done, was=2, by=BY)
    assert await TABLE.done_lately(CHEN, since=NOW) == done
    assert await TABLE.done_lately(CHEN, since=NOW + timedelta(minutes=6)) is None


async def test_rounds_are_found_by_plan_inspector_and_day() -> None:
    later = replace(ROUND, number="JC-20261123-002", opened_at=NOW + timedelta(days=7))
    for each in (later, ROUND):
        await TABLE.open(each, by=BY)
    assert await TABLE.latest_of_plan(PLAN.number) == later
    assert await TABLE.latest_of_plan("JH-20261122-009") is None
    assert await TABLE.between(NOW, NOW + timedelta(days=1)) == [ROUND]
    assert await TABLE.of_inspector(CHEN, since=NOW) == [later, ROUND]
    assert await TABLE.of_inspector(UserId("zhangsan"), since=NOW) == []
