"""The days that a report is about."""

import pytest

from bot.arguments.report_days import ReportDays
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)  # 2026-11-22 is a Sunday
SCENE = Scene(FILE.company.people[0], FILE.company, FILE.now)


@pytest.mark.parametrize(
    ("typed", "period", "first", "last"),
    [
        ("", "2026-11", "2026-11-01", "2026-11-30"),
        ("上个月", "2026-10", "2026-10-01", "2026-10-31"),
        ("10月", "2026-10", "2026-10-01", "2026-10-31"),
        ("12月", "2025-12", "2025-12-01", "2025-12-31"),
        ("2026年", "2026", "2026-01-01", "2026-12-31"),
        ("第三季度", "2026-07-01/2026-09-30", "2026-07-01", "2026-09-30"),
        ("上季度", "2026-07-01/2026-09-30", "2026-07-01", "2026-09-30"),
        ("2026年上半年", "2026-01-01/2026-06-30", "2026-01-01", "2026-06-30"),
        ("上月", "2026-10", "2026-10-01", "2026-10-31"),
        ("今年", "2026", "2026-01-01", "2026-12-31"),
        ("第47周", "2026-W47", "2026-11-16", "2026-11-22"),
        ("11.2-11.6", "2026-11-02/2026-11-06", "2026-11-02", "2026-11-06"),
        ("昨天", "2026-11-21", "2026-11-21", "2026-11-21"),
    ],
)
def test_what_is_said(typed: str, period: str, first: str, last: str) -> None:
    found = ReportDays.read(Words(typed), SCENE)
    assert found.explained() == {"period": period}
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


def test_a_month_that_cannot_be() -> None:
    with pytest.raises(UserError):
        ReportDays.read(Words("13月"), SCENE)
