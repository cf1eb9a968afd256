"""How long records stay."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.retention import Retention

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("now", "years", "before"),
    [
        ("2026-11-22 10:00", 2, "2024-01-01"),
        ("2027-01-01 00:00", 2, "2025-01-01"),
        ("2028-02-29 23:59", 3, "2025-01-01"),
    ],
)
def test_years_after_the_end_of_theirs(now: str, years: int, before: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    assert Retention(years=years).records_before(at) == datetime.fromisoformat(before).replace(tzinfo=ZONE)
