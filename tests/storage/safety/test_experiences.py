"""Experience that colleagues share, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.safety.experiences import ExperienceTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, CHEN, LI = UserId("zhangsan"), UserId("chenan"), UserId("lisi")
STORY = Experience("JY-20261122-001", ZHANG, "张三没断电就修", "某同事没断电就修", NOW, near_miss=True)
BY = Act(ZHANG, "经验分享", "员工", "test:1", NOW)
TABLE = ExperienceTable()


async def test_from_a_draft_to_readers(database: Database) -> None:
    await TABLE.add(STORY, by=BY)
    await TABLE.show(STORY.number, FileId("f1"), by=BY)
    draft = replace(STORY, photos=(FileId("f1"),))
    assert await TABLE.latest_of(ZHANG, ExperienceState.DRAFT, NOW) == draft
    changed = await TABLE.change(draft, by=BY, named=True)
    assert changed == replace(draft, named=True)
    assert await TABLE.settle(changed, ExperienceState.IN_REVIEW, by=BY)
    assert not await TABLE.settle(changed, ExperienceState.IN_REVIEW, by=BY)
    assert await TABLE.change(changed, by=BY, named=False) == await TABLE.get(STORY.number, NOW)
    waiting = await TABLE.get(STORY.number, NOW)
    assert waiting is not None
    assert waiting.named
    assert await TABLE.settle(waiting, ExperienceState.PUBLISHED, by=replace(BY, actor=CHEN))
    assert [each.number for each in await TABLE.published(NOW, NOW + timedelta(days=1), NOW)] == [STORY.number]


async def test_found_by_what_others_may_read(database: Database) -> None:
    await TABLE.add(replace(STORY, state=ExperienceState.IN_REVIEW), by=BY)
    waiting = await TABLE.get(STORY.number, NOW)
    assert waiting is not None
    assert await TABLE.search(["断电"], NOW, most=5) == []
    await TABLE.settle(waiting, ExperienceState.PUBLISHED, by=BY)
    assert [each.number for each in await TABLE.search(["断电", "修"], NOW, most=5)] == [STORY.number]
    assert await TABLE.search(["张三"], NOW, most=5) == []


async def test_one_vote_each(database: Database) -> None:
    await TABLE.add(STORY, by=BY)
    assert [await TABLE.vote(STORY.number, each, by=BY) for each in (LI, LI, CHEN)] == [True, False, True]
    found = await TABLE.get(STORY.number, NOW)
    assert found is not None
    assert found.useful == 2
