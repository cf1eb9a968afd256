"""Versions of policies as they are kept, on either kind of database."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.desk.knowledge.reading import read
from bot.domain.moderation.pack import Procedure
from bot.domain.policies.release import Release, digest_of
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.policies.releases import ReleaseTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("lina", "发布制度", "人力资源", "m1", NOW)
TEXT = read("# 办法\n解释：人事部\n## 1 病假\n问：生病\n三天以内。\n## 2 事假\n提前一天。", "kq")
TABLE = ReleaseTable()
ONE = Release("ZD-1", "kq", "办法", "V1", digest_of(TEXT), Procedure(date(2026, 11, 1)), "GG-1", UserId("lina"), NOW)


async def test_a_text_comes_back_as_it_was(database: Database) -> None:
    async def work() -> None:
        await TABLE.hold("kq")
        await TABLE.add(ONE, TEXT, by=BY)
        await TABLE.add(replace(ONE, number="ZD-2", version="V2"), TEXT[:1], by=BY)

    await database.transact(work)
    assert [each.number for each in await TABLE.all()] == ["ZD-1", "ZD-2"]
    assert (await TABLE.all())[0] == ONE
    assert tuple(await TABLE.text("ZD-1")) == TEXT
    assert digest_of(await TABLE.text("ZD-1")) == ONE.digest
    assert await TABLE.text("ZD-9") == ()


async def test_what_is_held_stays(database: Database) -> None:
    async def work() -> list[int]:
        await TABLE.add(ONE, TEXT, by=BY)
        held = await TABLE.forget(["ZD-1"], by=BY, held={"ZD-1"})
        return [held, await TABLE.forget(["ZD-1"], by=BY)]

    assert await database.transact(work) == [0, 1]
    assert await TABLE.all() == []
