"""The map of encrypted ids: learnt, replaced, read back by every process, and recorded."""

from datetime import UTC, datetime, timedelta

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.people import IdentityRecord
from bot.storage.people.identities import IdentityTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, LI = UserId("zhangsan"), UserId("lisi")


async def learn(database: Database, table: IdentityTable, bot_id: str, user: UserId, *, minutes: int = 0) -> int:
    by = Act("app", "identify", "企业微信换算", "test", NOW + timedelta(minutes=minutes))
    changed = await database.transact(lambda: table.learn({bot_id: user}, how="converted", by=by))
    await table.refresh()
    return changed


async def test_what_is_learnt_is_known_both_ways_and_elsewhere(database: Database) -> None:
    table, elsewhere = IdentityTable(), IdentityTable()
    assert (table.user_of("woAA11"), table.bot_id_of(ZHANG)) == (None, "zhangsan")
    assert await learn(database, table, "woAA11", ZHANG) == 1
    await elsewhere.refresh()
    for each in (table, elsewhere):
        assert (each.user_of("woAA11"), each.bot_id_of(ZHANG)) == (ZHANG, "woAA11")
        assert each.user_of("woaa11") is None  # encrypted ids tell capitals apart
    assert (await IdentityRecord.get(bot_id="woAA11")).how == "converted"


async def test_the_same_again_changes_nothing_and_another_replaces(database: Database) -> None:
    table = IdentityTable()
    await learn(database, table, "woAA11", ZHANG)
    assert await learn(database, table, "woAA11", ZHANG) == 0
    assert await learn(database, table, "woAA11", LI) == 1
    assert (table.user_of("woAA11"), table.bot_id_of(ZHANG)) == (LI, "zhangsan")
    assert [entry.details["people"] for entry in await Trail.all().order_by("id")] == [
        {"woAA11": "zhangsan"},
        {"woAA11": "lisi"},
    ]


async def test_a_person_with_two_ids_is_called_by_the_newer(database: Database) -> None:
    table = IdentityTable()
    await learn(database, table, "woBB22", ZHANG, minutes=1)
    await learn(database, table, "woAA11", ZHANG)
    assert (table.user_of("woAA11"), table.user_of("woBB22"), table.bot_id_of(ZHANG)) == (ZHANG, ZHANG, "woBB22")
