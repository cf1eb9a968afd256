from datetime import date

import pytest

from bot.domain.safety.calendar.when import Rhythm
from bot.domain.safety.dept_reports.period import Period, wanted_on

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("day", "rhythm", "first", "last"),
    [
        ("2026-11-27", Rhythm.WEEKLY, "2026-11-23", "2026-11-29"),
        ("2026-11-25", Rhythm.WEEKLY, "2026-11-23", "2026-11-29"),
        ("2026-11-24", Rhythm.WEEKLY, "2026-11-16", "2026-11-22"),
        ("2026-12-02", Rhythm.MONTHLY, "2026-11-01", "2026-11-30"),
        ("2026-12-15", Rhythm.MONTHLY, "2026-11-01", "2026-11-30"),
        ("2026-12-16", Rhythm.MONTHLY, "2026-12-01", "2026-12-31"),
        ("2027-01-05", Rhythm.MONTHLY, "2026-12-01", "2026-12-31"),
        ("2027-01-05", Rhythm.QUARTERLY, "2026-10-01", "2026-12-31"),
        ("2026-05-31", Rhythm.QUARTERLY, "2026-01-01", "2026-03-31"),
        ("2026-12-31", Rhythm.YEARLY, "2026-12-01", "2026-12-31"),
    ],
)
def test_what_is_told_of_on_a_day(day: str, rhythm: Rhythm, first: str, last: str) -> None:
    expected = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert wanted_on(date.fromisoformat(day), rhythm) == expected


def test_how_it_is_called() -> None:
    assert Period(date(2026, 11, 1), date(2026, 11, 30)).said(TODAY) == "11月"
    assert Period(date(2025, 12, 1), date(2025, 12, 31)).said(TODAY) == "2025年12月"
    assert Period(date(2026, 11, 16), date(2026, 11, 22)).said(TODAY) == "11月16日(周一)至11月22日(周日)"
