"""Years and days are added to, and the last word on each counts."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar.notice import from_text
from bot.domain.calendar.own_days import Own, OwnDay
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.calendar import CalendarTable
from bot.storage.models.calendar import CalendarYearRecord
from bot.storage.models.operating import Trail
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import imported_2027

CALENDAR = CalendarTable()
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
BY = Act("lina", "导入放假", "人力资源", "test:1", NOW)
TABLE = from_text(imported_2027())


async def test_a_year_comes_back_as_it_was_taken_on(database: Database) -> None:
    assert await CALENDAR.version() == 0
    await CALENDAR.adopt(TABLE, cause="RQ-20261122-001", by=BY)
    assert await CALENDAR.years() == {2027: TABLE}
    amended = replace(TABLE, work={})
    before = await CALENDAR.version()
    await CALENDAR.adopt(amended, cause="RQ-20261122-002", by=BY)
    assert await CALENDAR.years() == {2027: amended}
    assert await CALENDAR.version() > before
    assert await CalendarYearRecord.all().count() == 2
    written = [(each.action, each.subject) for each in await Trail.all()]
    assert written == [("导入放假:calendar.adopted", "calendar:2027")] * 2


async def test_days_of_the_company_come_back_in_their_order(database: Database) -> None:
    said = [OwnDay(d("2026-12-31"), Own.OFF, "跨年"), OwnDay(d("2026-12-31"), Own.AS_USUAL)]
    for each in said:
        await CALENDAR.say(each, by=BY)
    assert await CALENDAR.own_days() == tuple(said)
    assert CALENDAR.writes
