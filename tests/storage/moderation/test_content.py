"""Items are kept alike on both databases: sealed, decided once, the words gone then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.content.item import ContentItem, ItemState, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.models.content import ContentItemRecord
from bot.storage.models.operating import Trail
from bot.storage.moderation.content import ContentItemTable
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANGSAN, ZHENGQUN, A = UserId("zhangsan"), UserId("zhengqun"), GroupId("projecta")
BY = Act("zhengqun", "内容", "群管理员", "test:1", NOW)
WORDS = "你个傻逼"
ITEM = ContentItem("NR-1", ZHANGSAN, A, "C12", ("辱骂", "广告"), Source.GROUP, "d1", NOW)

pytestmark = pytest.mark.usefixtures("database")


async def test_kept_and_sealed() -> None:
    table = ContentItemTable()
    await table.add(ITEM, WORDS, by=BY)
    assert await table.get("NR-1", NOW) == ITEM
    assert await table.text("NR-1") == WORDS
    assert WORDS not in (await ContentItemRecord.get(number="NR-1")).sealed
    assert await ContentItemTable(Seal.fresh()).text("NR-1") is None
    assert not any(WORDS in str(row.details) for row in await Trail.all())
    assert await table.of(ZHANGSAN, NOW) == [ITEM]
    assert await table.of(ZHENGQUN, NOW) == []
    assert await table.get("NR-9", NOW) is None
    assert await table.text("NR-9") is None


@pytest.mark.parametrize("state", [ItemState.CHARGED, ItemState.LEFT, ItemState.DISMISSED])
async def test_decided_once_and_the_words_are_gone(state: ItemState) -> None:
    table = ContentItemTable()
    await table.add(ITEM, WORDS, by=BY)
    after = ITEM.answered(state, ZHENGQUN, NOW)
    assert await table.answer(after, ItemState.OPEN, by=BY)
    assert not await table.answer(replace(after, state=ItemState.LEFT), ItemState.OPEN, by=BY)
    assert await table.get("NR-1", NOW) == after
    assert await table.text("NR-1") is None


async def test_handed_on_it_keeps_its_words() -> None:
    table = ContentItemTable()
    await table.add(ITEM, WORDS, by=BY)
    upheld = ITEM.answered(ItemState.UPHELD, ZHENGQUN, NOW)
    assert await table.answer(upheld, ItemState.OPEN, by=BY)
    assert await table.text("NR-1") == WORDS
    assert await table.answer(upheld.answered(ItemState.CHARGED, ZHENGQUN, NOW), ItemState.UPHELD, by=BY)
    assert await table.text("NR-1") is None


async def test_about_what_somebody_was_asked() -> None:
    table, hour = ContentItemTable(), timedelta(hours=1)
    await table.add(ITEM, WORDS, by=BY)
    other = replace(ITEM, digest="d2")
    assert await table.asked(other)  # the same kind of thing, which nobody has decided yet
    assert not await table.asked(replace(other, at=NOW + hour))
    assert not await table.asked(replace(other, category="C05"))
    assert not await table.asked(replace(other, author=ZHENGQUN))
    assert not await table.asked(replace(ITEM, group=None))
    await table.answer(ITEM.answered(ItemState.CHARGED, ZHENGQUN, NOW), ItemState.OPEN, by=BY)
    assert await table.asked(ITEM)
    assert not await table.asked(other)
    assert not await table.asked(replace(ITEM, at=NOW + hour))  # said again, it is another act


async def test_what_was_nothing_isnt_asked_again_in_that_group_whoever_says_it() -> None:
    table = ContentItemTable()
    await table.add(ITEM, WORDS, by=BY)
    await table.answer(ITEM.answered(ItemState.DISMISSED, ZHENGQUN, NOW), ItemState.OPEN, by=BY)
    later = replace(ITEM, author=ZHENGQUN, at=NOW + timedelta(days=9))
    assert await table.asked(later)
    assert not await table.asked(replace(later, group=GroupId("elsewhere")))


async def test_forgotten_sooner_where_nobody_decided() -> None:
    table, second = ContentItemTable(), timedelta(seconds=1)
    for number in ("NR-1", "NR-2", "NR-3"):
        await table.add(replace(ITEM, number=number), WORDS, by=BY)
    one, two = (replace(ITEM, number=number) for number in ("NR-1", "NR-2"))
    await table.answer(one.answered(ItemState.DISMISSED, ZHENGQUN, NOW), ItemState.OPEN, by=BY)
    await table.answer(two.answered(ItemState.UPHELD, ZHENGQUN, NOW), ItemState.OPEN, by=BY)
    assert await table.forget(NOW, NOW, at_most=9, by=BY) == 0
    assert await table.forget(NOW + second, NOW, at_most=9, by=BY) == 2
    assert await table.get("NR-1", NOW) is not None
    assert await table.forget(NOW, NOW + second, at_most=9, by=BY) == 1


async def test_what_waits() -> None:
    table, hour = ContentItemTable(), timedelta(hours=1)
    await table.add(ITEM, WORDS, by=BY)
    assert await table.waiting(NOW - hour, NOW + hour) == [ITEM]
    assert await table.waiting(NOW - hour, NOW) == []
    assert await table.waiting(NOW + hour, NOW + hour) == []
    await table.answer(ITEM.answered(ItemState.LEFT, ZHENGQUN, NOW), ItemState.OPEN, by=BY)
    assert await table.waiting(NOW - hour, NOW + hour) == []


async def test_the_place_in_the_archive() -> None:
    table = ContentItemTable()
    assert await table.place() == ""
    await table.move("10:1.jsonl")
    await table.move("20:1.jsonl")
    assert await table.place() == "20:1.jsonl"
