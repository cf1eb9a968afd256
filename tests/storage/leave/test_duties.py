"""Rosters are added to, never changed, and read as they grow."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.duties import DutyTable
from bot.storage.models.operating import Trail

DUTIES = DutyTable()
BY = Act("lina", "导入排班", "人力资源", "test:1", datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
A, B = UserId("a"), UserId("b")
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


async def test_the_last_word_on_a_month_counts(database: Database) -> None:
    assert await DUTIES.version() == 0
    await DUTIES.add(NOVEMBER, {A: "-;08:00-17:00"}, by=BY)
    await DUTIES.add(DECEMBER, {A: "-", B: ""}, by=BY)
    await DUTIES.add(DECEMBER, {A: "20:00-08:00"}, by=BY)
    assert await DUTIES.since(0, first=NOVEMBER) == {
        A: {NOVEMBER: "-;08:00-17:00", DECEMBER: "20:00-08:00"},
        B: {DECEMBER: ""},
    }
    assert await DUTIES.since(0, first=DECEMBER) == {A: {DECEMBER: "20:00-08:00"}, B: {DECEMBER: ""}}
    assert (await DUTIES.months(A), await DUTIES.months(B)) == ([NOVEMBER, DECEMBER], [DECEMBER])


async def test_only_news_are_read(database: Database) -> None:
    await DUTIES.add(NOVEMBER, {A: "-"}, by=BY)
    version = await DUTIES.version()
    await DUTIES.add(NOVEMBER, {B: "-"}, by=BY)
    assert await DUTIES.since(version, first=NOVEMBER) == {B: {NOVEMBER: "-"}}
    assert await DUTIES.version() > version


async def test_the_trail_says_which_month(database: Database) -> None:
    await DUTIES.add(NOVEMBER, {A: "-", B: "-"}, by=BY)
    await DUTIES.add(NOVEMBER, {}, by=BY)
    (entry,) = await Trail.all()
    assert (entry.subject, entry.details) == ("duties:2026-11", {"people": 2})
