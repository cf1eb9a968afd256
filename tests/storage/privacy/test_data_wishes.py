"""What people want of their data is kept under seal, changed once, and goes in its time; on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.privacy.wishes import Wanted, Wish, WishState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.data_wishes import DataWishRecord
from bot.storage.privacy.data_wishes import DataWishTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, BY = UserId("zhangsan"), Act("zhangsan", "更正资料", "员工", "test:1", NOW)
WISH = Wish("SJ-1", ZHANG, Wanted.CORRECTION, NOW, NOW + timedelta(days=21))


async def test_it_is_kept_under_seal_and_settled_once(database: Database) -> None:
    table = DataWishTable()
    await table.add(WISH, "工号错了", by=BY)
    await table.add(replace(WISH, number="SJ-2", user=UserId("lisi")), "x", by=BY)
    assert (await table.get("SJ-1", NOW), await table.text("SJ-1")) == (WISH, "工号错了")
    assert "工号" not in (await DataWishRecord.get(number="SJ-1")).text
    assert [each.number for each in await table.waiting(NOW)] == ["SJ-1", "SJ-2"]
    assert [each.number for each in await table.waiting(NOW, ZHANG)] == ["SJ-1"]
    done = WISH.closed(WishState.DONE, UserId("lina"), NOW)
    assert await table.save(done, "改了", was=1, by=BY)
    assert not await table.save(done, "改了", was=1, by=BY)
    assert await table.waiting(NOW, ZHANG) == []
    assert await DataWishTable().text("SJ-1") is None  # without the key


async def test_what_was_answered_long_ago_goes_but_what_is_held(database: Database) -> None:
    table = DataWishTable()
    for number, user in (("SJ-1", "zhangsan"), ("SJ-2", "lisi"), ("SJ-3", "wangwu")):
        wish = replace(WISH, number=number, user=UserId(user))
        await table.add(wish, "x", by=BY)
        if number != "SJ-3":
            await table.save(wish.closed(WishState.DONE, UserId("lina"), NOW), "", was=1, by=BY)
    await table.forget(NOW + timedelta(days=1), by=BY, held={"lisi"})
    assert sorted([row.number for row in await DataWishRecord.all()]) == ["SJ-2", "SJ-3"]
