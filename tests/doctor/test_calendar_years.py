"""The line about years changes with the season."""

from datetime import date

import pytest

from bot.doctor.calendar_years import years
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_text
from bot.domain.calendar.year_table import YearTable
from bot.shapes.act import Act
from tests.doctor.clinic import Clinic
from tests.domain.calendar.notices import imported_2027

EMPTY = YearTable(2027)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 30), "✓ 放假安排：有 2025、2026。"),
        (
            date(2026, 12, 1),
            "! 放假安排：有 2025、2026；没有 2027 年的，跨年的天数只能暂估。下一步：国务院办公厅公布后",
        ),
        (
            date(2027, 1, 1),
            "✗ 放假安排：没有 2027 年的，调休和请假天数都算不准（有 2025、2026）。下一步：国务院办公厅公布后",
        ),
    ],
)
def test_which_years_are_known(today: date, expected: str) -> None:
    assert years(today, Calendar()).line.startswith(expected)
    assert years(today, Calendar().with_year(EMPTY)).line.startswith(expected)  # a placeholder is none


async def test_it_is_asked_for_the_company_s_today(clinic: Clinic) -> None:
    (finding,) = (await clinic.report()).of("calendar_years")
    assert finding.line == "✓ 放假安排：有 2025、2026。"


async def test_years_that_were_taken_on_in_chat_count(clinic: Clinic) -> None:
    async with clinic.running() as core:
        by = Act("lina", "导入放假", "人力资源", "test:1", core.clock.now())
        await core.records.calendar.adopt(from_text(imported_2027()), cause="RQ-1", by=by)
        (finding,) = (await clinic.report()).of("calendar_years")
    assert finding.line == "✓ 放假安排：有 2025、2026、2027。"
