"""Activities and who comes, on both databases, in the order in which they signed up."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.stage import Stage
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.surveys.activities import ActivityTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHENG, ZHANG, LI = UserId("zhengqun"), UserId("zhangsan"), UserId("lisi")
BY = Act(ZHENG, "活动", "群管理员", "test:1", NOW)
GAME = Activity(
    "HD-1", ZHENG, "羽毛球", Audience(everybody=True), NOW + timedelta(days=9), NOW + timedelta(days=8), NOW
)
TABLE = ActivityTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_from_a_draft_on() -> None:
    await TABLE.add(GAME, by=BY)
    assert await TABLE.get("HD-1", NOW) == await TABLE.hold("HD-1", NOW) == GAME
    opened = GAME.moved_to(Stage.OPEN)
    assert await TABLE.save(opened, was=1, by=BY)
    assert not await TABLE.save(opened, was=1, by=BY)
    assert await TABLE.open_ones(NOW) == [opened]
    assert await TABLE.of(ZHENG, NOW, most=5) == [opened]


async def test_who_comes_once_and_goes_once() -> None:
    assert await TABLE.sign_up("HD-1", ZHANG, by=BY)
    assert await TABLE.sign_up("HD-1", LI, by=BY)
    assert not await TABLE.sign_up("HD-1", ZHANG, by=BY)
    assert [user for user, _ in await TABLE.signed_up("HD-1")] == [ZHANG, LI]
    assert await TABLE.withdraw("HD-1", ZHANG, by=BY)
    assert not await TABLE.withdraw("HD-1", ZHANG, by=BY)
    await TABLE.forget_people("HD-1", by=BY)
    assert await TABLE.signed_up("HD-1") == []
