"""Suggestions are kept alike on both databases; words are under seal, a change counts once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.desk.idea import Idea, IdeaState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.desk.ideas import IdeaTable
from bot.storage.models.desk import IdeaRecord
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
ZHANGSAN, LISI = UserId("zhangsan"), UserId("lisi")
BY = Act("zhangsan", "建议", "员工", "test:1", NOW)
IDEA = Idea("XJ-1", ZHANGSAN, "行政", "加一个面食窗口", NOW)

pytestmark = pytest.mark.usefixtures("database")


async def test_it_is_read_back_and_changed_once() -> None:
    table = IdeaTable()
    await table.add(IDEA, by=BY)
    assert await table.get("XJ-1", NOW) == IDEA
    assert await table.get("XJ-2", NOW) is None
    adopted = IDEA.moved(IdeaState.ADOPTED, "下个月开", NOW)
    assert await table.save(adopted, was=1, by=BY)
    assert not await table.save(adopted, was=1, by=BY)
    assert await table.get("XJ-1", NOW) == adopted


async def test_lists_and_who_wants_it_too() -> None:
    table = IdeaTable()
    later = replace(IDEA, number="XJ-2", at=NOW + timedelta(hours=1), teller=None, state=IdeaState.CONSIDERING)
    for each in (IDEA, later):
        await table.add(each, by=BY)
    assert [each.number for each in await table.of(ZHANGSAN, NOW, most=9)] == ["XJ-1"]
    assert await table.in_state({IdeaState.CONSIDERING}, NOW, most=9) == [later]
    assert await table.between(NOW, NOW + timedelta(hours=1)) == [IDEA]
    assert [await table.want("XJ-2", user) for user in (ZHANGSAN, LISI, LISI)] == [1, 2, 2]
    assert await table.wanted(["XJ-1", "XJ-2"]) == {"XJ-1": 0, "XJ-2": 2}


async def test_words_are_sealed() -> None:
    await IdeaTable(Seal([bytes(32)])).add(IDEA, by=BY)
    assert "面食" not in str(await IdeaRecord.all().values())
    other = await IdeaTable(Seal([b"x" * 32])).get("XJ-1", NOW)
    assert other == replace(IDEA, text="")


async def test_what_was_decided_long_ago_has_neither_words_nor_names() -> None:
    table, before = IdeaTable(), NOW + timedelta(days=1)
    over = replace(IDEA, state=IdeaState.DECLINED, why="不开", changed_at=NOW)
    for number, idea in (("XJ-1", over), ("XJ-2", IDEA), ("XJ-3", replace(over, teller=LISI))):
        await table.add(replace(idea, number=number), by=BY)
        await table.want(number, LISI)
    assert await table.forget(before, at_most=9, by=BY, held={LISI}) == 1
    assert await table.forget(before, at_most=9, by=BY, held={LISI}) == 0
    told = {row.number: (row.teller, bool(row.text)) for row in await IdeaRecord.all()}
    assert told == {"XJ-1": (None, False), "XJ-2": (ZHANGSAN, True), "XJ-3": (LISI, True)}
    assert await table.wanted(["XJ-1", "XJ-2", "XJ-3"]) == {"XJ-1": 0, "XJ-2": 1, "XJ-3": 1}
    assert [each.number for each in await table.in_state({IdeaState.DECLINED}, NOW, most=9)] == ["XJ-3"]
