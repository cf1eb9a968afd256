"""What forfeits annual leave, and which year's."""

from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.ledgers.forfeiting import Absences, forfeit
from tests.domain.calendar.days import d


@pytest.mark.parametrize(
    ("years", "personal", "sick", "lost"),
    [
        (5, "19.5", "0", False),
        (5, "20", "0", True),
        (5, "0", "59.5", False),
        (5, "0", "60", True),
        (12, "0", "60", False),
        (12, "0", "90", True),
        (25, "0", "90", False),
        (25, "0", "120", True),
        (0, "0", "300", False),  # has none to lose
    ],
)
def test_too_long_away(years: int, personal: str, sick: str, *, lost: bool) -> None:
    service = Service(d(f"{2026 - years}-06-01"), d("2026-06-01"))
    absences = Absences(Decimal(personal), Decimal(sick))
    found = forfeit(2026, service, absences, taken=Decimal(0))
    assert (found is not None) == lost
    assert found is None or found.year == 2026


def test_who_had_it_already_loses_the_next_years() -> None:
    service = Service(d("2020-01-01"), d("2020-01-01"))
    found = forfeit(2026, service, Absences(paid_personal=Decimal(21)), taken=Decimal("0.5"))
    assert found
    assert found.year == 2027
    assert found.why == (
        "2026 年带薪事假累计 21 天，满 20 天，当年的年假已经休过，2027 年不再享受"
        "（《企业职工带薪年休假实施办法》第八条）"
    )
