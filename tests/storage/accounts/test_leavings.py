"""Who leaves is kept alike on both databases, one change at a time."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.accounts.leaving import Leaving, LeavingState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.accounts.leavings import LeavingTable
from bot.storage.models.operating import Trail

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("lina", "离职", "人力资源", "test:1", NOW)
LEAVING = Leaving("LZ-1", UserId("hemiao"), date(2026, 11, 30), UserId("lina"), NOW)

pytestmark = pytest.mark.usefixtures("database")


async def test_it_is_read_back_and_changed_once() -> None:
    table = LeavingTable()
    await table.add(LEAVING, by=BY)
    assert await table.get("LZ-1", NOW) == await table.open_of(UserId("hemiao"), NOW) == LEAVING
    assert await table.get("LZ-2", NOW) is None
    ticked = LEAVING.with_tick("工作交接", UserId("zhoumin"))
    assert await table.save(ticked, "ticked", was=1, by=BY)
    assert not await table.save(ticked, "ticked", was=1, by=BY)
    assert await table.open_ones(NOW) == [ticked]
    gone = replace(ticked, state=LeavingState.GONE, version=3)
    assert await table.save(gone, "gone", was=2, by=BY)
    assert await table.open_ones(NOW) == []
    assert await table.open_of(UserId("hemiao"), NOW) is None
    assert [each.action for each in await Trail.all().order_by("id")] == [
        "离职:leaving.opened",
        "离职:leaving.ticked",
        "离职:leaving.gone",
    ]
