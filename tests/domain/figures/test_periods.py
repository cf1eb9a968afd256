"""Weeks, months and years, and the ones before them."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.figures.periods import Period, lately


@pytest.mark.parametrize(
    ("key", "first", "last", "before", "name", "short"),
    [
        ("2026-10", date(2026, 10, 1), date(2026, 10, 31), "2026-09", "2026年10月", "10月"),
        ("2026-01", date(2026, 1, 1), date(2026, 1, 31), "2025-12", "2026年1月", "1月"),
        ("2026-W47", date(2026, 11, 16), date(2026, 11, 22), "2026-W46", "2026年第47周", "47周"),
        ("2027-W01", date(2027, 1, 4), date(2027, 1, 10), "2026-W53", "2027年第1周", "1周"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2025", "2026年", "2026"),
    ],
)
def test_of_which_days(key: str, first: date, last: date, before: str, name: str, short: str) -> None:
    period = Period.of(key)
    assert (period.first, period.last, period.before.key, period.name, period.short) == (
        first,
        last,
        before,
        name,
        short,
    )


def test_it_is_over_after_its_last_day() -> None:
    assert not Period.of("2026-10").is_over(date(2026, 10, 31))
    assert Period.of("2026-10").is_over(date(2026, 11, 1))


def test_it_begins_and_ends_at_midnight() -> None:
    begins, ends = Period.of("2026-W47").bounds(datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert (begins, ends) == (datetime(2026, 11, 16, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC))


def test_those_before_it() -> None:
    assert [each.key for each in lately(Period.of("2026-02"), 4)] == ["2025-11", "2025-12", "2026-01", "2026-02"]
