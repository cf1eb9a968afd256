"""Items of the editorial board: alike on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.board import Item, Stage
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.notices.board import BoardTable

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BY = Act("ann", "选题", "页面管理员", "test", NOW)
ITEM = Item("XT-20261123-001", "公众号", "老师傅", UserId("ann"), NOW)
BOARD = BoardTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_kept_and_changed_from_what_was_seen() -> None:
    await BOARD.add(ITEM, by=BY)
    assert await BOARD.get(ITEM.number) == ITEM
    assert await BOARD.get("XT-20261123-002") is None
    after = replace(ITEM, stage=Stage.COLLECTING)
    assert await BOARD.save(after, was=ITEM, by=BY)
    assert not await BOARD.save(after, was=ITEM, by=BY)
    assert await BOARD.get(ITEM.number) == replace(after, revision=2)


async def test_what_is_open_and_what_was_published() -> None:
    await BOARD.add(ITEM, by=BY)
    gone = replace(ITEM, number="XT-20261123-002", stage=Stage.DROPPED)
    out = replace(ITEM, number="XT-20261123-003", stage=Stage.FEEDBACK, published_at=NOW)
    for each in (gone, out):
        await BOARD.add(each, by=BY)
    assert [each.number for each in await BOARD.open()] == [ITEM.number, out.number]
    assert await BOARD.published(NOW, NOW + timedelta(hours=1)) == [out]
    assert await BOARD.published(NOW - timedelta(hours=1), NOW) == []
