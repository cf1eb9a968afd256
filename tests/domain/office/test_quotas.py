"""A balance in WeCom's seconds."""

from decimal import Decimal

import pytest

from bot.domain.leave.amounts import Counting
from bot.domain.office.quotas import Left, Vacation

BY_DAY, BY_HOUR = Vacation(1, "年假", by_hour=False), Vacation(4, "调休假", by_hour=True)


@pytest.mark.parametrize(
    ("amount", "counting", "days", "hours"),
    [
        ("3.5", Counting.WORKING, 302_400, 100_800),
        ("12", Counting.HOURS, 129_600, 43_200),
        ("0", Counting.WORKING, 0, 0),
        ("-2", Counting.WORKING, 0, 0),
        ("0.25", Counting.WORKING, 17_280, 7_200),  # rounded down to tenths of a day
        ("1.15", Counting.HOURS, 8_640, 3_960),
        ("2000", Counting.WORKING, 86_400_000, 57_600_000),
    ],
)
def test_in_days_and_in_hours_of_eight_a_day(amount: str, counting: Counting, days: int, hours: int) -> None:
    left = Left.of(Decimal(amount), counting, 480)
    assert (left.seconds(BY_DAY), left.seconds(BY_HOUR)) == (days, hours)
    assert left.seconds(BY_DAY) % BY_DAY.step == left.seconds(BY_HOUR) % BY_HOUR.step == 0


def test_a_shorter_shift_has_fewer_hours() -> None:
    assert Left.of(Decimal(2), Counting.WORKING, 450) == Left(Decimal(2), Decimal(15))


def test_how_it_is_read() -> None:
    assert BY_DAY.said(302_400) == "3.5 天"
    assert BY_HOUR.said(43_200) == "12 小时"
    assert BY_DAY.said(0) == "0 天"
