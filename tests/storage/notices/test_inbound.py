"""What waits for an answer, on both databases; of two changes of one version one counts."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.inbound import Inbound, InboundState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.notices.inbound import InboundTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, ZHENG = UserId("zhangsan"), UserId("zhengqun")
BY = Act(ZHANG, "回复公告", "员工", "test:1", NOW)
ITEM = Inbound("HF-20261122-001", "GG-20261120-001", "要补吗", ZHANG, (ZHENG,), NOW, NOW + timedelta(days=2))
TABLE = InboundTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_open_until_it_is_settled() -> None:
    await TABLE.add(ITEM, by=BY)
    assert await TABLE.get(ITEM.number, NOW) == ITEM
    assert await TABLE.open_ones(NOW) == [ITEM]
    assert await TABLE.open_about(ITEM.about, ZHANG, NOW) == ITEM
    assert await TABLE.open_about(ITEM.about, ZHENG, NOW) is None
    done = ITEM.settled(InboundState.ANSWERED, "不用", ZHENG, NOW)
    assert await TABLE.save(done, was=1, by=BY)
    assert not await TABLE.save(done, was=1, by=BY)
    assert await TABLE.get(ITEM.number, NOW) == done
    assert await TABLE.open_ones(NOW) == []
