"""A doubt about the directory is told once, forgotten when it was put right, and told again when it comes back."""

from datetime import UTC, datetime

from bot.domain.nicknames.others import Doubt, Doubted, Field
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.name_doubts import NameDoubtTable
from bot.storage.models.operating import Trail

BY = Act("job:directory-names", "directory-names", "定时任务", "test", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
NAME = Doubted(UserId("boss2"), Field.NAME, Doubt.TITLE)
ALIAS = Doubted(UserId("boss2"), Field.ALIAS, Doubt.ADVERTISEMENT)


async def test_each_is_told_once(database: Database) -> None:
    table = NameDoubtTable()
    await table.replace([NAME, ALIAS], by=BY)
    assert await table.untold() == [NAME, ALIAS]
    await table.mark_told(by=BY)
    await table.replace([NAME, ALIAS], by=BY)
    assert await table.untold() == []
    await table.replace([ALIAS], by=BY)
    await table.replace([NAME, ALIAS], by=BY)
    assert await table.untold() == [NAME]


async def test_another_doubt_about_the_same_field_is_new(database: Database) -> None:
    table = NameDoubtTable()
    await table.replace([ALIAS], by=BY)
    await table.mark_told(by=BY)
    other = Doubted(ALIAS.user, Field.ALIAS, Doubt.BANNED)
    await table.replace([other], by=BY)
    assert await table.untold() == [other]


async def test_nothing_new_leaves_no_trace(database: Database) -> None:
    table = NameDoubtTable()
    await table.replace([NAME], by=BY)
    await table.replace([NAME], by=BY)
    await table.mark_told(by=BY)
    await table.mark_told(by=BY)
    steps = await Trail.all().order_by("id").values_list("action", flat=True)
    assert list(steps) == ["directory-names:names.doubted", "directory-names:names.told"]
