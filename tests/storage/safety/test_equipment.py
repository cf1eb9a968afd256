"""Safety equipment, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.safety.equipment.equipment import Equipment
from bot.shapes.act import Act
from bot.storage.safety.equipment import EquipmentTable

FIRST = Equipment("3号车间", "灭火器1号", date(2027, 3, 1), 12)
OTHER = Equipment("1号仓库", "行车", date(2027, 3, 1))
BY = Act("chenan", "登记安全设备", "安全管理员", "test:1", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
TABLE = EquipmentTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_the_last_word_counts_until_it_is_gone() -> None:
    await TABLE.note([FIRST, OTHER], by=BY)
    renewed = replace(FIRST, due=date(2028, 3, 1))
    await TABLE.note([renewed], by=BY)
    assert await TABLE.all() == [OTHER, renewed]
    assert await TABLE.scrap(*FIRST.key, by=BY)
    assert not await TABLE.scrap(*FIRST.key, by=BY)
    assert await TABLE.all() == [OTHER]
