"""Leaves that a year gives anew."""

from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.crediting import grant
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.ledgers.yearly import yearly
from bot.domain.leave.types.catalogue import leave_types
from tests.domain.calendar.days import d

CARE, PARENTS = leave_types("浙江")["育儿假"], leave_types("广东")["独生子女护理假"]
BORN = d("2024-06-15")


@pytest.mark.parametrize(
    ("on", "since", "until"),
    [
        ("2024-06-15", "2024-06-15", "2025-06-14"),
        ("2025-06-14", "2024-06-15", "2025-06-14"),
        ("2025-06-15", "2025-06-15", "2026-06-14"),
        ("2027-06-14", "2026-06-15", "2027-06-14"),
    ],
)
def test_a_childs_year_begins_on_its_birthday(on: str, since: str, until: str) -> None:
    found = yearly(CARE, d(on), BORN)
    assert found
    assert (found.grant.since, found.until, found.grant.days) == (d(since), d(until), Decimal(10))


@pytest.mark.parametrize("on", ["2024-06-14", "2027-06-15"])
def test_only_below_three_and_once_it_is_born(on: str) -> None:
    assert yearly(CARE, d(on), BORN) is None


def test_what_nobody_knows_gives_nothing() -> None:
    assert yearly(CARE, d("11-22")) is None
    assert yearly(leave_types()["育儿假"], d("11-22"), BORN) is None  # no region, no number
    assert yearly(leave_types()["年假"], d("11-22")) is None


def test_others_go_by_the_calendar() -> None:
    found = yearly(PARENTS, d("11-22"))
    assert found
    assert (found.year, found.until, found.grant.why) == (
        2026,
        d("12-31"),
        "2026 年 5 天（《广东省人口与计划生育条例》）",
    )
    book = Ledger(grant(Ledger(), PARENTS.name, found.year, [found.grant], until=found.until, on=d("11-22")))
    assert book.available(PARENTS.name, d("12-31")) == 5
    assert book.available(PARENTS.name, d("2027-01-01")) == 0
