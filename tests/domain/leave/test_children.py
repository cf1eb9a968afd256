"""育儿假 in the ledger: each child's year by itself, what its parents register late, what they registered wrongly."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from bot.domain.calendar.span import Span
from bot.domain.company import Company
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.wishes import Wanted, is_known, missing_credits, reserved, weigh
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import UserError
from bot.identifiers import UserId
from tests.domain.calendar.days import d
from tests.domain.leave.test_wishes import NOW, TODAY

A = UserId("a")
TYPES = leave_types("浙江")
NOTHING = Ledger()
CARE = TYPES["育儿假"]  # 10 days a year, for each child below three


def company(*born: str) -> Company:
    return Company(leave=LeaveRules(types=TYPES, people={A: Facts(children=tuple(map(d, born)))}))


def ledger(of: Company, before: Ledger = NOTHING, years: Sequence[int] = (2026,)) -> Ledger:
    return before.plus(missing_credits(before, CARE, A, years, of, TODAY))


def available(of: Ledger, *days: str) -> list[Decimal]:
    return [of.available(CARE.name, d(day)) for day in days]


def test_a_day_draws_on_the_year_that_the_child_is_in() -> None:
    book = ledger(company("2024-05-01"))
    assert available(book, "2026-04-30", "2026-05-01", "2027-04-30") == [10, 10, 10]
    assert [(each.year, each.until) for each in book.lots(CARE.name)] == [
        (2025, date(2026, 4, 30)),
        (2026, date(2027, 4, 30)),
    ]


def test_after_the_third_birthday_there_is_none() -> None:
    assert available(ledger(company("2023-12-01")), "2026-11-30", "2026-12-01") == [10, 0]
    gone = company("2022-12-01")
    assert not is_known(Ledger(), CARE, A, [2026], gone)


def test_of_two_children_each_has_its_own() -> None:
    book = ledger(company("2024-05-01", "2025-08-01"))
    assert available(book, "2026-04-30", "2026-06-01", "2026-09-01") == [20, 20, 20]
    twins = ledger(company("2025-08-01", "2024-08-01"))
    assert available(twins, "2026-07-31", "2026-08-01") == [20, 20]


def test_nothing_is_given_twice() -> None:
    both = company("2024-05-01", "2025-08-01")
    book = ledger(both)
    assert ledger(both, book, years=(2025, 2026, 2027, 2026)).available(CARE.name, TODAY) == 20
    assert len(ledger(both, book).entries) == len(book.entries)


def test_a_child_of_whom_we_hear_later_adds_its_own() -> None:
    book = ledger(company("2024-05-01", "2025-08-01"), ledger(company("2024-05-01")))
    assert available(book, "2026-09-01") == [20]
    assert {each.kind for each in book.entries} == {EntryKind.GRANTED}
    same_day = ledger(company("2024-05-01", "2025-05-01"), ledger(company("2024-05-01")))
    assert available(same_day, "2026-09-01", "2026-04-30") == [20, 20]


def test_a_wrong_birthday_is_put_right() -> None:
    right = ledger(company("2024-06-01"), ledger(company("2024-05-01")))
    assert available(right, "2026-05-15", "2026-05-31", "2026-06-01") == [10, 10, 10]
    back = ledger(company("2024-05-01"), right)
    assert available(back, "2026-04-30", "2026-05-01", "2027-05-15") == [10, 10, 0]
    assert available(ledger(company(), back), "2026-05-15") == [0]


def test_taken_days_stay_taken() -> None:
    of = company("2024-05-01")
    wish = weigh(Wanted(CARE.name, Span(d("2026-11-23"), d("2026-11-27"))), A, of, NOW)
    book = Ledger(reserved(wish, Ledger(), A, of, cause="QJ-1", today=TODAY))
    assert available(ledger(company("2023-01-01"), book), "2026-11-24") == [0]
    assert ledger(company("2023-01-01"), book).of_cause("QJ-1")


def test_a_childs_year_can_be_used_up() -> None:
    of = company("2024-05-01")
    wish = weigh(Wanted(CARE.name, Span(d("2026-11-23"), d("2026-12-07"))), A, of, NOW)
    with pytest.raises(UserError, match="育儿假不够"):
        reserved(wish, Ledger(), A, of, cause="QJ-1", today=TODAY)
