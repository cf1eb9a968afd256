"""What was taken on in chat is in the company that everybody reads, in this process and in others."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_text
from bot.domain.calendar.own_days import Own, OwnDay
from bot.domain.calendar.quiet_hours import QuietHours
from bot.domain.company import Company
from bot.services.calendar.calendar_book import CalendarBook
from bot.services.company_book import CompanyBook
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.calendar import CalendarTable
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import imported_2027
from tests.services.test_company_book import Registry, Rows

BY = Act("lina", "导入放假", "人力资源", "test:1", datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai")))


async def test_the_calendar_follows_what_is_written(database: Database) -> None:
    writing, reading = CalendarTable(), CalendarTable()
    configured = Calendar(quiet=QuietHours(time(20), time(7)))
    book = CompanyBook(Rows(1), Registry(), Company(), parts=[CalendarBook(reading, lambda: configured)])
    await book.refresh()
    finder = book.company().finder.people
    assert not book.company().pace.calendar.is_published(2027)
    await writing.adopt(from_text(imported_2027()), cause="RQ-1", by=BY)
    await writing.say(OwnDay(d("2026-12-31"), Own.OFF, "跨年"), by=BY)
    assert await book.refresh()
    calendar = book.company().pace.calendar
    assert calendar.is_published(2027)
    assert calendar.is_published(2026)
    assert calendar.quiet == configured.quiet
    assert not calendar.is_workday(d("2026-12-31"))
    assert book.company().finder.people is finder
    await writing.say(OwnDay(d("2026-12-31"), Own.AS_USUAL), by=BY)
    assert await book.refresh()
    assert book.company().pace.calendar.is_workday(d("2026-12-31"))
    assert not await book.refresh()
