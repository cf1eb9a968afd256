"""What is handed over is kept alike on both databases: under seal, one change at a time, and held while it is open."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.moderation.matters.matter import About, Matter, MatterState, Told
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.models.matters import MatterNoteRecord, MatterRecord
from bot.storage.models.operating import Trail
from bot.storage.moderation.matters import HoldTable, MatterTable
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANGSAN = UserId("zhangsan")
BY = Act("zhoumin", "移交法务", "管理小组", "test:1", NOW)
WORDS = "客户名单外传"
MATTER = Matter("YJ-1", About.LIABILITY, ZHANGSAN, UserId("zhoumin"), NOW, cases=("WG-1",))
OFF = Matter(
    "YJ-2",
    About.OFF_DUTY,
    ZHANGSAN,
    UserId("lina"),
    NOW,
    MatterState.DONE,
    first=date(2026, 11, 23),
    last=date(2026, 11, 27),
    pay="工资照发",
)

pytestmark = pytest.mark.usefixtures("database")


async def test_what_was_kept_is_read_back_and_sealed() -> None:
    table = MatterTable()
    await table.add(MATTER, WORDS, Told.OPENED, by=BY)
    await table.add(OFF, "", Told.RECORDED, by=BY)
    assert await table.get("YJ-1", NOW) == MATTER
    assert await table.get("YJ-9", NOW) is None
    assert await table.reason("YJ-1") == WORDS
    assert [each.number for each in await table.of(ZHANGSAN, NOW)] == ["YJ-1", "YJ-2"]
    assert await table.open_ones(NOW) == [MATTER]
    row, trails = await MatterRecord.get(number="YJ-1"), await Trail.all().values()
    assert WORDS not in row.reason
    assert WORDS not in str(trails)
    assert await MatterTable(Seal.fresh()).reason("YJ-1") is None


async def test_a_change_counts_once_and_its_words_are_sealed() -> None:
    table = MatterTable()
    await table.add(MATTER, WORDS, Told.OPENED, by=BY)
    done = replace(MATTER, state=MatterState.DONE, version=2)
    assert await table.save(done, Told.DONE, "赔了", was=1, by=BY)
    assert not await table.save(done, Told.DONE, "又赔了", was=1, by=BY)
    assert [(each.kind, each.text) for each in await table.notes("YJ-1")] == [(Told.OPENED, ""), (Told.DONE, "赔了")]
    assert "赔了" not in str(await MatterNoteRecord.all().values())
    assert await table.open_ones(NOW) == []


async def test_what_two_hold_is_held_until_both_let_go() -> None:
    holds, other = HoldTable(), replace(MATTER, number="YJ-3", cases=())
    assert await holds.held() == frozenset()
    await holds.keep(MATTER, by=BY)
    await holds.keep(other, by=BY)
    await holds.let_go(MATTER, by=BY)
    assert await holds.held() == {"YJ-3", "zhangsan"}
    await holds.let_go(other, by=BY)
    await holds.let_go(other, by=BY)
    assert await holds.held() == frozenset()
    assert await Trail.filter(action__endswith="hold.released").count() == 2
