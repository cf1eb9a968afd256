"""Hazards are kept alike on both databases: the value comes back whole, and a hidden name is in no log."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.safety.hazards.hazard import (
    Grade,
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
from bot.storage.models.hazards import HazardReporterRecord
from bot.storage.models.operating import Trail
from bot.storage.privacy.sealing import Seal
from bot.storage.safety.hazards import HazardTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
ZHANGSAN, LISI = UserId("zhangsan"), UserId("lisi")

pytestmark = pytest.mark.usefixtures("database")


def by(user: str, *, minutes: int = 0) -> Act:
    return Act(user, "隐患", "任何人", f"test:{user}", NOW + timedelta(minutes=minutes))


def told(user: UserId, *, hidden: bool = False) -> Reporter:
    return Reporter(user, hidden, NOW)


async def added(number: str = "YH-1", *, hidden: bool = False) -> Hazard:
    hazard = Hazard(number, FACTS, NOW)
    await HazardTable().add(hazard, [told(ZHANGSAN, hidden=hidden)], by=by(ZHANGSAN))
    return hazard


async def test_what_was_reported_is_read_back(database: Database) -> None:
    hazard = await added()
    assert await HazardTable().get("YH-1") == hazard
    assert await HazardTable().get("YH-2") is None
    assert await HazardTable().open_ones() == [hazard]


async def test_a_change_counts_once(database: Database) -> None:
    table, hazard = HazardTable(), await added()
    plan = Plan(LISI, "换门", "200 元", date(2026, 11, 27))
    after = replace(hazard, state=HazardState.ASSIGNED, grade=Grade.GENERAL, plan=plan, version=2)
    assert await table.save(after, StepKind.ASSIGNED, "换门", was=1, by=by("chenan", minutes=1))
    assert not await table.save(after, StepKind.ASSIGNED, was=1, by=by("chenan"))
    assert await table.get("YH-1") == after
    assert await table.of_owner(LISI) == [after]
    assert [(each.by, each.kind, each.text) for each in await table.steps("YH-1")] == [
        ("zhangsan", StepKind.REPORTED, "配电箱门坏了"),
        ("chenan", StepKind.ASSIGNED, "换门"),
    ]


async def test_what_is_closed_is_found_by_when(database: Database) -> None:
    table, hazard = HazardTable(), await added()
    closed = replace(hazard, state=HazardState.CLOSED, closed_at=NOW + timedelta(days=1), version=2)
    await table.save(closed, StepKind.CLOSED, was=1, by=by("chenan"))
    assert await table.open_ones() == []
    assert await table.closed_since(NOW) == [closed]
    assert await table.closed_since(NOW + timedelta(days=2)) == []
    assert await table.found_between(NOW, NOW + timedelta(minutes=1)) == [closed]
    assert await table.found_between(NOW + timedelta(minutes=1), NOW + timedelta(days=9)) == []


async def test_everybody_who_told_is_credited_once(database: Database) -> None:
    table = HazardTable()
    await added()
    await added("YH-2")
    await table.join("YH-1", [told(LISI), told(ZHANGSAN)], by=by(LISI))
    assert [each.user for each in await table.reporters("YH-1")] == [ZHANGSAN, LISI]
    assert [each.number for each in await table.reported_by(ZHANGSAN, since=NOW)] == ["YH-2", "YH-1"]
    assert [each.number for each in await table.reported_by(LISI, since=NOW)] == ["YH-1"]
    assert await table.reported_by(LISI, since=NOW + timedelta(minutes=1)) == []


async def test_who_wants_not_to_be_named_is_in_no_log(database: Database) -> None:
    table = HazardTable()
    await added(hidden=True)
    await table.add_photo("YH-1", FileId("f" * 64), Side.BEFORE, by=by(""))
    assert [each.by for each in await table.steps("YH-1")] == [""]
    entries = await Trail.filter(subject="hazard:YH-1")
    assert {each.actor for each in entries} == {""}
    assert len(entries) == 2


async def test_a_picture_belongs_to_it_once(database: Database) -> None:
    table = HazardTable()
    await added()
    file = FileId("f" * 64)
    assert await table.add_photo("YH-1", file, Side.BEFORE, by=by(ZHANGSAN))
    assert not await table.add_photo("YH-1", file, Side.BEFORE, by=by(ZHANGSAN))
    assert await table.add_photo("YH-1", file, Side.AFTER, by=by(LISI))
    assert [(each.side, each.by) for each in await table.photos("YH-1")] == [
        (Side.BEFORE, "zhangsan"),
        (Side.AFTER, "lisi"),
    ]


async def test_which_sides_have_pictures() -> None:
    await added()
    table = HazardTable()
    await table.add_photo("YH-1", FileId("one"), Side.BEFORE, by=by(ZHANGSAN))
    await table.add_photo("YH-1", FileId("two"), Side.BEFORE, by=by(ZHANGSAN))
    await table.add_photo("YH-1", FileId("three"), Side.AFTER, by=by(ZHANGSAN))
    assert await table.sides(["YH-1", "YH-2"]) == {"YH-1": frozenset(Side)}
    assert await table.sides([]) == {}


async def test_a_hidden_name_is_nowhere_in_the_table(database: Database) -> None:
    await added(hidden=True)
    (row,) = await HazardReporterRecord.all()
    assert ZHANGSAN not in f"{row.user} {row.sealed}"


async def test_who_has_the_key_knows_him_and_finds_his_reports() -> None:
    old, new = Seal([b"1" * 32]), Seal([b"2" * 32, b"1" * 32])
    hazard = Hazard("YH-1", FACTS, NOW)
    await HazardTable(old).add(hazard, [told(ZHANGSAN, hidden=True)], by=by(ZHANGSAN))
    assert await HazardTable(new).reporters("YH-1") == [told(ZHANGSAN, hidden=True)]
    assert await HazardTable(new).reported_by(ZHANGSAN, since=NOW) == [hazard]
    assert await HazardTable(new).reported_by(LISI, since=NOW) == []


async def test_without_the_key_nobody_does() -> None:
    await added(hidden=True)
    stranger = HazardTable(Seal.fresh())
    assert await stranger.reporters("YH-1") == []
    assert await stranger.reported_by(ZHANGSAN, since=NOW) == []


async def test_what_became_an_accident_is_found_by_it(database: Database) -> None:
    table, hazard = HazardTable(), Hazard("YH-1", FACTS, NOW)
    await table.add(hazard, [told(ZHANGSAN)], by=by("zhangsan"))
    turned = replace(hazard, state=HazardState.TURNED, became="SG-1", version=2)
    assert await table.save(turned, StepKind.TURNED, "SG-1", was=1, by=by("chenan"))
    assert await table.turned_into("SG-1") == [turned]
    assert await table.turned_into("SG-2") == []
