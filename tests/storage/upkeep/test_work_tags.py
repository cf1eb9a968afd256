"""Tags and their bearers as they are kept, on either kind of database."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.tags.tag import TagState, Trouble
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.tags.work_tags import WorkTagTable

BY = Act("wuguan", "标签", "企业微信管理员", "m1", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
A, B, C = UserId("a"), UserId("b"), UserId("c")
TAGS = WorkTagTable()


async def test_given_taken_and_lost_in_wecom(database: Database) -> None:
    async def work() -> None:
        tag = await TAGS.make("叉车证", by_rule=False, by=BY)
        assert await TAGS.make("叉车证", by_rule=True, by=BY) == tag
        assert await TAGS.give(tag, [A, B, B], by=BY) == 2
        assert await TAGS.take(tag, [B, C], by=BY) == 1
        assert await TAGS.losing(tag.number) == frozenset()  # WeCom doesn't have it yet
        there = replace(tag, wecom=7, state=TagState.KEPT, trouble=Trouble.NONE)
        await TAGS.save(there, "made_in_wecom", by=BY)
        assert await TAGS.hold(tag.number) == await TAGS.named("叉车证") == there
        await TAGS.give(there, [B, C], by=BY)
        assert await TAGS.take(there, [A, B], by=BY) == 2
        assert await TAGS.losing(tag.number) == {A, B}
        await TAGS.give(there, [B], by=BY)
        await TAGS.lost(there, [A, B], by=BY)
        assert (await TAGS.bearers(tag.number), await TAGS.losing(tag.number)) == ({B, C}, frozenset())
        assert await TAGS.counts() == {tag.number: 2}
        assert [each.name for each in await TAGS.of(B)] == ["叉车证"]
        assert await TAGS.of(A) == []

    await database.transact(work)
