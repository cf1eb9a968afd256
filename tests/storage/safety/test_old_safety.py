"""Hazards go some years after they were over, what was taught some years after its learner has left; accidents stay."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.safety.accidents.reports import Facts
from bot.domain.safety.hazards.hazard import (
    Hazard,
    HazardFacts,
    HazardKind,
    HazardState,
    Plan,
    Reporter,
    Side,
    StepKind,
)
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.hazards import HazardPhotoRecord, HazardRecord, HazardReporterRecord, HazardStepRecord
from bot.storage.models.retention import LeaverRecord
from bot.storage.models.safety import AccidentRecord
from bot.storage.models.training import CertificateRecord
from bot.storage.privacy.retention import OldRecordTable
from bot.storage.safety.accidents import AccidentTable
from bot.storage.safety.hazards import HazardTable

BEFORE = datetime(2025, 1, 1, tzinfo=UTC)
OLD, YOUNG = BEFORE - timedelta(days=1), BEFORE + timedelta(days=1)
ACT = Act("job", "record-retention", "定时任务", "slot", BEFORE)
TABLE = OldRecordTable()
FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)

pytestmark = pytest.mark.usefixtures("database")


async def hazard(
    number: str, at: datetime, state: HazardState = HazardState.CLOSED, *, told_by: str = "zhangsan"
) -> None:
    closed = at if state is HazardState.CLOSED else None
    it = Hazard(number, FACTS, OLD - timedelta(days=9), state, closed_at=closed, plan=Plan(UserId("wangqiang")))
    by = replace(ACT, actor=told_by)
    await HazardTable().add(it, [Reporter(UserId(told_by), False, at)], by=by)
    await HazardTable().add_photo(number, FileId("p"), Side.BEFORE, by=by)


async def left() -> list[str]:
    return [str(each) for each in await HazardRecord.all().order_by("number").values_list("number", flat=True)]


async def forget(*held: str, at_most: int = 100) -> int:
    return await TABLE.forget_safety(BEFORE, BEFORE, at_most=at_most, by=ACT, held=held)


async def test_what_was_over_long_ago_goes_with_all_of_it(database: Database) -> None:
    await hazard("YH-1", OLD)
    await hazard("YH-2", YOUNG)
    await hazard("YH-3", OLD, HazardState.FIXING)
    await hazard("YH-4", OLD, HazardState.UNFOUNDED)
    assert await forget() == 2
    assert await left() == ["YH-2", "YH-3"]
    for model in (HazardPhotoRecord, HazardStepRecord, HazardReporterRecord):
        assert set(await model.all().values_list("number", flat=True)) == {"YH-2", "YH-3"}
    assert await forget() == 0


async def test_accidents_stay_and_what_became_one(database: Database) -> None:
    await hazard("YH-1", OLD, HazardState.TURNED)
    await HazardTable().note("YH-1", StepKind.TURNED, "SG-1", by=ACT)
    await AccidentTable().open("SG-1", Facts("着火了", urgent=True), chat=None, by=replace(ACT, at=OLD))
    assert await forget() == 0
    assert (await left(), await AccidentRecord.all().count()) == (["YH-1"], 1)


@pytest.mark.parametrize("held", ["YH-1", "wangqiang", "zhangsan"])
async def test_what_is_held_stays(database: Database, held: str) -> None:
    await hazard("YH-1", OLD)
    assert await forget(held) == 0
    assert await left() == ["YH-1"]


async def test_no_more_than_so_many_at_a_time(database: Database) -> None:
    for number in range(5):
        await hazard(f"YH-{number}", OLD)
    assert [await forget(at_most=2) for _ in range(4)] == [2, 2, 1, 0]


@pytest.mark.parametrize(("since", "held", "gone"), [(OLD, (), 1), (YOUNG, (), 0), (OLD, ("lisi",), 0)])
async def test_what_somebody_was_taught_stays_for_years_after_he_left(
    database: Database, since: datetime, held: tuple[str, ...], gone: int
) -> None:
    await LeaverRecord.create(user="lisi", since=since, forgotten=True)
    for user in ("lisi", "zhangsan"):
        await CertificateRecord.create(user=user, kind="电工", ends=date(2027, 1, 1), by="lina", at=OLD)
    assert await forget(*held) == gone
    assert await CertificateRecord.all().count() == 2 - gone
    assert await forget(*held) == 0
