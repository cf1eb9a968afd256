"""Who looked is kept, told to whom it is about, and forgotten in time; on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.data_views import DataView, What
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.privacy.data_views import DataViewTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
LINA, ZHANG, LI = UserId("lina"), UserId("zhangsan"), UserId("lisi")
VIEW = DataView(NOW, LINA, ZHANG, What.REASON, "QJ-20261122-001", "核对病假工资")
ACT = Act(LINA, "请假原因", "人力资源", "test:1", NOW)
VIEWS = DataViewTable()


async def test_each_of_his_own_the_newest_first(database: Database) -> None:
    later = replace(VIEW, at=NOW + timedelta(minutes=1), what=What.PAPERS, why="")
    for view in (VIEW, later, replace(VIEW, whose=LI)):
        await VIEWS.note(view, by=ACT)
    assert await VIEWS.of(ZHANG, NOW, most=5) == [later, VIEW]
    assert await VIEWS.of(ZHANG, NOW, most=1) == [later]
    assert [await VIEWS.count(each) for each in (ZHANG, LI, LINA)] == [2, 1, 0]


async def test_the_trail_has_what_and_not_why(database: Database) -> None:
    await VIEWS.note(VIEW, by=ACT)
    entry = await Trail.get(subject="person:zhangsan")
    assert entry.action == "请假原因:data.viewed"
    assert entry.details == {"what": "REASON", "about": "QJ-20261122-001"}


async def test_old_ones_go(database: Database) -> None:
    await VIEWS.note(VIEW, by=ACT)
    await VIEWS.forget(NOW, by=ACT)
    assert await VIEWS.count(ZHANG) == 1
    await VIEWS.forget(NOW + timedelta(seconds=1), by=ACT)
    assert await VIEWS.count(ZHANG) == 0
