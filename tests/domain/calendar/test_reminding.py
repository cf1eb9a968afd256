"""From when on a year's notice is missed, and for how long."""

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_text
from bot.domain.calendar.reminding import is_urgent, missing_year, reminder
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import imported_2027

PUBLISHED = Calendar().with_year(from_text(imported_2027()))


@pytest.mark.parametrize(
    ("today", "year", "urgent"),
    [
        ("2026-10-24", None, False),
        ("2026-10-25", 2027, False),
        ("2026-12-14", 2027, False),
        ("2026-12-15", 2027, True),
        ("2026-12-31", 2027, True),
        ("2027-01-04", 2027, True),
        ("2027-11-01", 2027, True),
    ],
)
def test_who_is_reminded_when(today: str, year: int | None, *, urgent: bool) -> None:
    assert missing_year(Calendar(), d(today)) == year
    if year:
        assert is_urgent(year, d(today)) is urgent


def test_it_stops_once_the_year_is_there_and_begins_again_for_the_next() -> None:
    assert missing_year(PUBLISHED, d("2026-12-20")) is None
    assert missing_year(PUBLISHED, d("2027-10-24")) is None
    assert missing_year(PUBLISHED, d("2027-10-25")) == 2028


def test_who_has_only_to_agree_is_told_so() -> None:
    assert reminder(2027, d("2026-12-01"), ["RQ-20261201-001"]) == (
        "2027年的放假安排已经导入，还等人核对：RQ-20261201-001。请对照原文，同意或驳回。"
    )
    assert "还有" not in reminder(2027, d("2027-01-04"), [])
