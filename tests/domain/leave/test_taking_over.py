"""What was before the ledger was kept: HR says it once, or again with another number."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from bot.domain.company import Company
from bot.domain.leave.ledgers.booking import reserve
from bot.domain.leave.ledgers.crediting import carry_over
from bot.domain.leave.ledgers.entitlement import AnnualRules
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.ledgers.taking_over import carried_in, used_before
from bot.domain.leave.requests.wishes import missing_credits
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.leave.types.catalogue import leave_types
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger, portions
from tests.domain.leave.test_wishes import OLD, A

ANNUAL, TODAY = leave_types()["年假"], d("11-22")
SPRING = AnnualRules(carry_until=(3, 31))


def carried(before: Ledger, *amounts: str) -> Ledger:
    for amount in amounts:
        before = before.plus(carried_in(before, "年假", 2026, Decimal(amount), SPRING, on=TODAY))
    return before


def used(before: Ledger, *amounts: str) -> Ledger:
    for amount in amounts:
        before = before.plus(used_before(before, "年假", 2026, Decimal(amount), on=TODAY))
    return before


@pytest.mark.parametrize("amounts", [["3"], ["3", "3"], ["5", "3"], ["0", "1.5", "3"]])
def test_what_was_carried_over_ends_when_it_would_have(amounts: Iterable[str]) -> None:
    book = carried(ledger("5"), *amounts)
    assert [book.available("年假", d(day)) for day in ("03-31", "04-01")] == [8, 5]


def test_it_is_not_carried_over_twice() -> None:
    book = carried(ledger("5"), "3")
    assert carry_over(book, "年假", 2025, SPRING, cause="JZ-1") == ()


def test_what_is_held_of_it_stays() -> None:
    book = carried(ledger("5"), "3")
    book = book.plus(reserve(book, ANNUAL, portions("03-02 x2"), cause="QJ-1", on=TODAY))
    assert carried(book, "0").available("年假", d("03-04")) == 5


@pytest.mark.parametrize("amounts", [["3"], ["3", "3"], ["4", "3"], ["1", "0", "4", "2", "3"]])
def test_what_was_taken_is_used(amounts: Iterable[str]) -> None:
    tally = used(ledger("5"), *amounts).balance("年假", 2026)
    assert [tally.left, tally.used, tally.held] == [2, 3, 0]


def test_more_than_there_is_is_not_owed() -> None:
    tally = used(ledger("5"), "8").balance("年假", 2026)
    assert [tally.left, tally.used] == [0, 5]


def test_both_come_with_the_credits_of_their_year_and_once() -> None:
    facts = Facts(OLD, carried={2026: {"年假": Decimal(2)}}, used={2026: {"年假": Decimal("1.5")}})
    company = Company(leave=LeaveRules(people={A: facts}))
    book = Ledger(missing_credits(Ledger(), ANNUAL, A, [2026, 2027], company, TODAY))
    assert [book.available("年假", TODAY), book.balance("年假", 2027).left] == [Decimal("5.5"), 5]
    assert missing_credits(book, ANNUAL, A, [2026, 2027], company, TODAY) == ()


def test_what_is_taken_back_is_as_if_it_had_never_been_said() -> None:
    """But what this ledger carried over itself stays."""
    said = Company(leave=LeaveRules(people={A: Facts(OLD, carried={2026: {"年假": Decimal(2)}})}))
    unsaid = Company(leave=LeaveRules(people={A: Facts(OLD)}))
    book = Ledger(missing_credits(Ledger(), ANNUAL, A, [2026], said, TODAY))
    assert book.plus(missing_credits(book, ANNUAL, A, [2026], unsaid, TODAY)).available("年假", TODAY) == 5
    own = ledger("5").plus(carry_over(ledger("5"), "年假", 2026, AnnualRules(), cause="JZ-1"))
    after = own.plus(missing_credits(own, ANNUAL, A, [2027], unsaid, TODAY))
    assert after.available("年假", d("2027-01-04")) == 10
