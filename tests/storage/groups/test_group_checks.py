"""Who was asked says it once; who hasn't is found; old weeks go."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.moderation.weekly import GroupCheck
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.groups.group_checks import GroupCheckTable
from bot.storage.models.group_checks import GroupCheckRecord
from bot.storage.models.operating import Trail

WEEK, NEXT = date(2026, 11, 16), date(2026, 11, 23)
ZHENG, ZHOU = UserId("zhengqun"), UserId("zhoumin")
BY = Act("zhengqun", "卡片", "群管理员", "test:1", datetime(2026, 11, 17, 2, tzinfo=UTC))

pytestmark = pytest.mark.usefixtures("database")


async def test_once_and_who_has_not() -> None:
    table = GroupCheckTable()
    for user in (ZHENG, ZHOU):
        await table.ask(GroupCheck(WEEK, user, (GroupId("projecta"),)), by=BY)
    assert await table.answer(WEEK, ZHENG, fine=False, by=BY)
    assert not await table.answer(WEEK, ZHENG, fine=True, by=BY)
    assert not await table.answer(NEXT, ZHENG, fine=True, by=BY)
    assert (await table.missing(WEEK), await table.missing(NEXT)) == ([ZHOU], [])
    row = await GroupCheckRecord.get(user=ZHENG)
    assert (row.fine, row.at, row.groups) == (False, BY.at, '["projecta"]')
    assert await Trail.filter(action="卡片:group_check.answered").count() == 1
