"""Rosters are part of the company, and read as they are planned."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.services.company_book import CompanyBook
from bot.services.leave.working_time.duties_book import DutiesBook
from tests.domain.calendar.days import d
from tests.services.test_company_book import Registry, Rows

A = UserId("a")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


class Planned:
    """Rosters, numbered as they are planned."""

    def __init__(self) -> None:
        self.writes = 0
        self.months: list[tuple[UserId, date, str]] = []

    async def version(self) -> int:
        return len(self.months)

    async def since(self, version: int, *, first: date) -> Mapping[UserId, Mapping[date, str]]:
        assert first == d("2026-08-01")
        found: dict[UserId, dict[date, str]] = {}
        for user, month, cells in self.months[version:]:
            found.setdefault(user, {})[month] = cells
        return found


async def test_months_are_added_to_those_that_are_known() -> None:
    planned = Planned()
    book = CompanyBook(Rows(1), Registry(), Company(), parts=[DutiesBook(planned, lambda: NOW)])
    planned.months.append((A, d("2026-11-01"), "-;08:00-17:00"))
    await book.refresh()
    planned.months.append((A, d("2026-12-01"), "-"))
    await book.refresh()
    schedule = book.company().schedule(A)
    assert [schedule.is_worked(d(day)) for day in ("2026-11-01", "2026-11-02", "2026-12-01")] == [False, True, False]
    assert schedule.rostered_until == d("2026-12-01")
