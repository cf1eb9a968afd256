"""What WeCom changed, as it is kept, on either kind of database."""

from datetime import UTC, date, datetime

from bot.domain.upkeep.platform import Change, Decision
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.upkeep.platform_changes import PlatformChangeTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("wu", "平台变化", "企业微信管理员", "m1", NOW)
TABLE = PlatformChangeTable()


async def test_decided_and_facts_replaced(database: Database) -> None:
    one = Change("PT-20261122-001", "新接口", NOW, UserId("wu"))
    two = Change("PT-20261122-002", "接口 a 现在能用了", NOW)

    async def work() -> None:
        for each in (one, two):
            await TABLE.add(each, by=BY)
        assert await TABLE.undecided(NOW) == [one, two]
        await TABLE.decide(one.number, Decision.TRY, "下月", by=BY)
        assert await TABLE.undecided(NOW) == [two]
        (decided,) = await TABLE.decided(date(2026, 11, 22), NOW)
        assert (decided.decision, decided.decided_by, decided.note) == (Decision.TRY, "wu", "下月")
        assert await TABLE.decided(date(2026, 11, 23), NOW) == []
        assert await TABLE.get("PT-20261122-009", NOW) is None
        await TABLE.keep({"api:a": "0", "api:b": "0"}, at=NOW)
        await TABLE.keep({"api:a": "48002"}, at=NOW)
        assert await TABLE.facts() == {"api:a": "48002", "api:b": "0"}

    await database.transact(work)
