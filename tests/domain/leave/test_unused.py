"""What is owed for leave that nobody took: the law's arithmetic."""

from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.crediting import carry_over, lapse
from bot.domain.leave.ledgers.entitlement import AnnualRules
from bot.domain.leave.ledgers.unused import Unused, day_pay, owed, unused, what_becomes_of_it
from bot.domain.leave.types.leave_type import Kept
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger


@pytest.mark.parametrize(
    ("days", "monthly", "amount"),
    [
        ("1", "8700", "800.00"),  # 400 a day, 200 % of it on top
        ("5", "8700", "4000.00"),
        ("0.5", "6525", "300.00"),
        ("1", "10000", "919.54"),  # 919.5402…
        ("3", "10000", "2758.62"),  # rounded once: not three times 919.54
        ("0", "10000", "0.00"),
    ],
)
def test_two_days_pay_on_top_for_each_day(days: str, monthly: str, amount: str) -> None:
    assert owed(Decimal(days), Decimal(monthly)) == Decimal(amount)


def test_a_days_pay() -> None:
    assert day_pay(Decimal("8700")) == Decimal("400.00")
    assert day_pay(Decimal("10000")) == Decimal("459.77")


def test_what_went_on_to_the_next_year_is_not_owed() -> None:
    book = ledger("5")
    book = book.plus(carry_over(book, "年假", 2026, AnnualRules(carry_most=Decimal(3)), cause="JQ-1"))
    assert unused(book, "年假", 2026) == Unused(*map(Decimal, ("5", "0", "0", "3", "2", "0")))
    book = book.plus(lapse(book, "年假", on=d("2027-01-01"), rule=what_becomes_of_it(Kept.SERVICE)))
    assert unused(book, "年假", 2026) == Unused(*map(Decimal, ("5", "0", "0", "3", "0", "2")))
    assert unused(book, "年假", 2027) == Unused(*map(Decimal, ("3", "0", "0", "0", "3", "0")))


def test_each_kind_says_what_becomes_of_it() -> None:
    assert "300%" in what_becomes_of_it(Kept.SERVICE)
    assert "200%" in what_becomes_of_it(Kept.OVERTIME)
    assert what_becomes_of_it(Kept.YEARLY) == "到期"
