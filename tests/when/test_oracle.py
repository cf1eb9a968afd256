"""Three years, every day: the grammar and a slow oracle say the same."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from bot.when.read_day import read_day
from tests.when import oracle
from tests.when.tables import CALENDAR, SHANGHAI, noted

FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
TODAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
QUARTERS = [TODAYS[start : start + 92] for start in range(0, len(TODAYS), 92)]


@pytest.mark.parametrize("todays", QUARTERS, ids=lambda days: f"{days[0]}")
def test_every_day_of_three_years(todays: list[date]) -> None:
    wrong = [
        f"{today:%a %Y-%m-%d} {text}: {found}, not {expected}"
        for today in todays
        for text, expected in phrases(today)
        if (found := read(text, today)) != expected
    ]
    assert wrong == []


def phrases(today: date) -> Iterator[tuple[str, str]]:
    yield from oracle.relative(today)
    yield from oracle.weekdays(today)
    yield from oracle.days_of_month(today)
    yield from oracle.next_months_days(today)
    yield from oracle.dates_without_year(today, oracle.PLACE[today])


def read(text: str, today: date) -> str:
    found = noted(read_day(text, datetime.combine(today, time(10), SHANGHAI), CALENDAR))
    return "?" if found == "! E_INVALID_DATE" else found
