"""Quarters and halves of years that lie behind."""

from datetime import date

import pytest

from bot.when.read_part_of_year import read_part_of_year

NOVEMBER, FEBRUARY = date(2026, 11, 22), date(2026, 2, 3)


@pytest.mark.parametrize(
    ("said", "today", "first", "last"),
    [
        ("第三季度", NOVEMBER, "2026-07-01", "2026-09-30"),
        ("三季度", FEBRUARY, "2025-07-01", "2025-09-30"),
        ("第四季度", NOVEMBER, "2026-10-01", "2026-12-31"),
        ("1季度的", FEBRUARY, "2026-01-01", "2026-03-31"),
        ("2025年第1季度", NOVEMBER, "2025-01-01", "2025-03-31"),
        ("去年四季度", NOVEMBER, "2025-10-01", "2025-12-31"),
        ("Q2", NOVEMBER, "2026-04-01", "2026-06-30"),
        ("2025Q4", NOVEMBER, "2025-10-01", "2025-12-31"),
        ("本季度", NOVEMBER, "2026-10-01", "2026-12-31"),
        ("上季度", FEBRUARY, "2025-10-01", "2025-12-31"),
        ("上个季度", NOVEMBER, "2026-07-01", "2026-09-30"),
        ("上半年", NOVEMBER, "2026-01-01", "2026-06-30"),
        ("下半年", FEBRUARY, "2025-07-01", "2025-12-31"),
        ("2026年上半年", FEBRUARY, "2026-01-01", "2026-06-30"),
    ],
)
def test_what_is_said(said: str, today: date, first: str, last: str) -> None:
    found = read_part_of_year(said, today)
    assert found
    assert found.settled().iso == f"{first}/{last}"


@pytest.mark.parametrize("said", ["上月", "今年", "2026年", "10月", "四季如春", "第5季度", "AQ2", "半年"])
def test_what_is_something_else(said: str) -> None:
    assert read_part_of_year(said, NOVEMBER) is None


def test_the_words_are_taken_out() -> None:
    found = read_part_of_year("生产部 第三季度 按学时", NOVEMBER)
    assert found
    assert found.rest == "生产部 按学时"
