"""A directory that changes leaves the former names of departments behind, for those whose nicknames say them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.people.directory import DirectoryTable
from bot.storage.people.moves import KEPT

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ROOT, MAKING, SELLING = Department(1, "公司"), Department(2, "生产部", 1), Department(3, "营销部", 1)
ZHANG = Person(UserId("zhangsan"), "张三", 2, (2,))


def by(at: datetime) -> Act:
    return Act("job:directory-sync", "directory-sync", "定时任务", "test", at)


async def test_whoever_moves_and_what_is_renamed(database: Database) -> None:
    table = DirectoryTable()
    await table.replace([ROOT, MAKING, SELLING], [ZHANG], by=by(NOW))
    assert await table.moved() == ()
    moved = replace(ZHANG, main_department=3, departments=(3,))
    await table.replace([ROOT, MAKING, SELLING], [moved], by=by(NOW))
    await table.replace([ROOT, MAKING, replace(SELLING, name="市场部")], [moved], by=by(NOW + timedelta(days=1)))
    assert await table.moved() == (
        Moved("生产部", NOW, user=ZHANG.user_id),
        Moved("营销部", NOW + timedelta(days=1), department=3),
    )


async def test_what_nobody_asks_for_any_more_is_forgotten(database: Database) -> None:
    table = DirectoryTable()
    await table.replace([ROOT, MAKING], [ZHANG], by=by(NOW))
    await table.replace([ROOT, replace(MAKING, name="制造部")], [ZHANG], by=by(NOW))
    late = NOW + KEPT + timedelta(days=1)
    await table.replace([ROOT, replace(MAKING, name="智造部")], [ZHANG], by=by(late))
    assert await table.moved() == (Moved("制造部", late, department=2),)


async def test_another_title_is_no_move(database: Database) -> None:
    table = DirectoryTable()
    await table.replace([ROOT, MAKING], [ZHANG], by=by(NOW))
    await table.replace([ROOT, MAKING], [replace(ZHANG, position="班长")], by=by(NOW))
    assert await table.moved() == ()
