"""Days as they stand in tables."""

from datetime import date

import pytest

from bot.domain.written_days import written_day


@pytest.mark.parametrize(
    "text",
    [
        "2010-07-01",
        "2010-7-1",
        "2010/7/1",
        "2010.07.01",
        "2010年7月1日",
        "2010 年 7 月 1 号",
        "20100701",
        "２０１０－０７－０１",
        "2010-07-01 00:00:00",
        "2010-07-01T00:00",
        " 2010-07-01 ",
        "40360",
        "40360.0",
    ],
)
def test_it_is_read(text: str) -> None:
    assert written_day(text) == date(2010, 7, 1)


@pytest.mark.parametrize(
    "text", ["", "2010", "2010-07", "2010年7月", "07-01", "2010-02-30", "20101301", "明天", "5", "2010-07-01 至今", "0"]
)
def test_nothing_is_guessed(text: str) -> None:
    assert written_day(text) is None


def test_a_leap_day() -> None:
    assert written_day("2024-02-29") == date(2024, 2, 29)
    assert written_day("2023-02-29") is None
