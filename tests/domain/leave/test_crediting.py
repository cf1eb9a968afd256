"""Where balances come from and where they end."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from bot.domain.leave.ledgers.booking import reserve
from bot.domain.leave.ledgers.crediting import carry_over, correct, earn, grant, lapse, take_all, take_away
from bot.domain.leave.ledgers.entitlement import AnnualRules, Grant
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.types.catalogue import leave_types
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d
from tests.domain.leave.books import YEAR_END, ledger, portions

ANNUAL = leave_types()["年假"]
OFFICE = Schedule()
TODAY = d("11-22")


def recount(before: Ledger, *days: str) -> Ledger:
    wanted = [Grant(d("01-01"), Decimal(each), "依据") for each in days]
    return before.plus(grant(before, "年假", 2026, wanted, until=YEAR_END, on=TODAY))


def left(of: Ledger, year: int = 2026) -> Decimal:
    return of.balance("年假", year).left


def test_the_same_facts_give_nothing_twice() -> None:
    assert recount(ledger("5"), "5").entries == ledger("5").entries


def test_new_facts_are_a_correction() -> None:
    more = recount(ledger("5"), "10")
    assert (left(more), more.entries[-1].kind) == (Decimal(10), EntryKind.CORRECTED)
    assert left(recount(more, "5")) == 5
    assert left(recount(recount(more, "5"), "10")) == 10
    assert left(recount(ledger("5"))) == 0


def test_less_is_taken_from_what_ends_last() -> None:
    book = ledger("5").plus(correct("年假", Decimal(2), on=TODAY, until=d("11-30"), cause="GZ-1", rule=""))
    (entry,) = take_away(book, "年假", Decimal(3), on=TODAY, cause="GZ-2", rule="")
    assert (entry.lot, entry.amount) == ("年假 2026-01-01", Decimal(-3))


def test_a_correction_takes_nothing_that_is_held() -> None:
    five = ledger("5")
    asked = five.plus(reserve(five, ANNUAL, portions("11-23 x4"), cause="QJ-1", on=TODAY))
    less = recount(asked, "2")
    assert (left(less), less.balance("年假", 2026).held) == (Decimal(0), Decimal(4))
    assert recount(less, "2").entries == less.entries


def test_people_correct_beside_the_facts() -> None:
    more = ledger("5").plus(correct("年假", Decimal(2), on=TODAY, until=YEAR_END, cause="GZ-1", rule="补发"))
    assert (left(more), left(recount(more, "5"))) == (Decimal(7), Decimal(7))
    less = more.plus(take_away(more, "年假", Decimal("1.5"), on=TODAY, cause="GZ-2", rule="多发"))
    assert left(less) == Decimal("5.5")
    with pytest.raises(UserError) as refused:
        take_away(less, "年假", Decimal(6), on=TODAY, cause="GZ-3", rule="")
    assert refused.value.code is Code.QUOTA


def test_what_is_carried_over_leaves_one_year_for_the_next() -> None:
    rules = AnnualRules(carry_most=Decimal(3), carry_until=(3, 31))
    both = ledger("5").plus(carry_over(ledger("5"), "年假", 2026, rules, cause="TY-1"))
    assert (left(both), left(both, 2027)) == (Decimal(2), Decimal(3))
    assert sum(entry.amount for entry in both.entries if entry.kind is EntryKind.CARRIED) == 0
    assert carry_over(both, "年假", 2026, rules, cause="TY-1") == ()
    assert carry_over(both, "年假", 2027, rules, cause="TY-2") == ()  # not a second time
    assert both.available("年假", d("2027-03-31")) == 3
    assert both.available("年假", d("2027-04-01")) == 0


def test_what_nobody_took_lapses_once_and_what_is_held_does_not() -> None:
    five = ledger("5")
    asked = five.plus(reserve(five, ANNUAL, portions("12-31"), cause="QJ-1", on=TODAY))
    assert lapse(asked, "年假", on=YEAR_END, rule="") == ()
    ended = asked.plus(lapse(asked, "年假", on=d("2027-01-01"), rule="未休的按 300% 付工资"))
    assert (ended.entries[-1].amount, left(ended)) == (Decimal(4), Decimal(0))
    assert lapse(ended, "年假", on=d("2027-01-02"), rule="") == ()


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-10-01", "300%"),
        ("2026-11-23", "150%"),
        ("2026-10-10", "150%"),  # a Saturday that is worked in exchange
    ],
)
def test_only_rest_days_earn_time_off(day: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        earn(d(day), Decimal(4), OFFICE, type_="调休", cause="JB-1", valid=6)


@pytest.mark.parametrize("day", ["2026-11-21", "2026-10-05"])  # a Saturday; a rest day by exchange
def test_hours_of_a_rest_day_are_good_for_months(day: str) -> None:
    earned = earn(d(day), Decimal(4), OFFICE, type_="调休", cause="JB-1", valid=6)
    assert (earned.amount, earned.on) == (Decimal(4), d(day))
    assert earned.until
    assert (earned.until.year, earned.until.day) == (2027, d(day).day)
    assert earn(d(day), Decimal(4), OFFICE, type_="调休", cause="JB-1", valid=None).until is None


def test_the_rest_day_of_a_roster_is_his_own() -> None:
    rostered = Schedule(roster=MappingProxyType({d("11-23"): None}))
    assert earn(d("11-23"), Decimal(8), rostered, type_="调休", cause="JB-1", valid=6).amount == 8


def test_a_year_that_gives_nothing_leaves_what_was_taken_and_what_was_carried_into_it() -> None:
    book = ledger("5", "2.5@07-01")
    book = book.plus(reserve(book, ANNUAL, portions("11-23 x2"), cause="QJ-1", on=d("11-22")))
    carried = Entry(EntryKind.CARRIED, "年假", 2026, Decimal(1), d("01-01"), "年假 2025 结转", until=d("2026-12-31"))
    book = book.plus([carried])
    book = book.plus(take_all(book, "年假", 2026, on=d("12-01"), cause="JQ-1", rule="x"))
    assert (book.balance("年假", 2026).left, book.balance("年假", 2026).held) == (1, 2)
    assert take_all(book, "年假", 2026, on=d("12-01"), cause="JQ-2", rule="x") == ()
