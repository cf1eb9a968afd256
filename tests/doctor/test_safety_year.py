"""The line about the safety calendar changes with the season."""

from datetime import date

import pytest

from bot.doctor.safety_year import of_year
from bot.domain.safety.calendar.year import SafetyYear
from tests.doctor.clinic import Clinic

THEMED = SafetyYear(themes={2027: "人人讲安全"})


@pytest.mark.parametrize(
    ("today", "year", "mark"),
    [
        (date(2027, 5, 20), SafetyYear(), "! 安全日历"),
        (date(2027, 5, 20), THEMED, "✓ 安全日历"),
        (date(2027, 11, 20), SafetyYear(), "✓ 安全日历"),
    ],
)
def test_the_theme_is_asked_for_in_spring(today: date, year: SafetyYear, mark: str) -> None:
    line = of_year(today, year, told=True).line
    assert line.startswith(mark)
    assert ("themes = { 2027" in line) == mark.startswith("!")


def test_it_says_where_nobody_is_told() -> None:
    assert "没有群订阅" in of_year(date(2027, 11, 20), SafetyYear(), told=False).line


async def test_it_is_asked(clinic: Clinic) -> None:
    (finding,) = (await clinic.report()).of("safety_year")
    assert finding.line.startswith("✓ 安全日历：日历 ")
