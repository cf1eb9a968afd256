"""The ledger: by table, and by any order of events that hypothesis can think of."""

from datetime import date
from decimal import Decimal
from itertools import count as counter

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.leave.ledgers.booking import consume, give_back, release, reserve
from bot.domain.leave.ledgers.crediting import lapse
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import Code, Defect, UserError
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger, portions

ANNUAL = leave_types()["年假"]
TODAY = d("11-22")


def reserved(before: Ledger, text: str, cause: str = "QJ-1") -> Ledger:
    return before.plus(reserve(before, ANNUAL, portions(text), cause=cause, on=TODAY))


def left(of: Ledger) -> Decimal:
    return of.balance("年假", 2026).left


def test_reserved_consumed_and_back_again() -> None:
    asked = reserved(ledger("5"), "11-23 x3")
    assert (left(asked), asked.balance("年假", 2026).held) == (Decimal(2), Decimal(3))
    begun = asked.plus(consume(asked, "QJ-1", on=d("11-23")))
    assert (left(begun), begun.balance("年假", 2026).used) == (Decimal(2), Decimal(3))
    back = begun.plus(give_back(begun, "QJ-1", unused=Decimal("1.5"), on=d("11-24")))
    assert left(back) == Decimal("3.5")


def test_what_is_not_to_be_is_free_again() -> None:
    asked = reserved(ledger("5"), "11-23 x3")
    assert left(asked.plus(release(asked, "QJ-1", on=TODAY))) == 5


def test_a_second_time_has_no_effect() -> None:
    asked = reserved(ledger("5"), "11-23 x3")
    assert reserve(asked, ANNUAL, portions("11-23 x3"), cause="QJ-1", on=TODAY) == ()
    begun = asked.plus(consume(asked, "QJ-1", on=TODAY))
    assert consume(begun, "QJ-1", on=TODAY) == release(begun, "QJ-1", on=TODAY) == ()
    back = begun.plus(give_back(begun, "QJ-1", unused=Decimal(1), on=TODAY))
    assert give_back(back, "QJ-1", unused=Decimal(1), on=TODAY) == ()


def test_the_credit_that_ends_first_is_drawn_on_first() -> None:
    carried = Ledger((_carried("2", until="11-30"),)).plus(ledger("5").entries)
    asked = reserved(carried, "11-23 x3")
    assert [(entry.lot, int(entry.amount)) for entry in asked.entries[-2:]] == [("旧", 2), ("年假 2026-01-01", 1)]
    over_its_end = reserved(carried, "11-29 x4")
    assert [entry.amount for entry in over_its_end.entries[-2:]] == [2, 2]
    begun = asked.plus(consume(asked, "QJ-1", on=TODAY))
    back = give_back(begun, "QJ-1", unused=Decimal(2), on=TODAY)
    assert [(entry.lot, int(entry.amount)) for entry in back] == [("年假 2026-01-01", 1), ("旧", 1)]


def test_a_credit_that_begins_later_does_not_help_before() -> None:
    stepped = ledger("1", "2.5@12-01")
    assert stepped.available("年假", TODAY) == 1
    assert stepped.available("年假", d("12-01")) == Decimal("3.5")
    with pytest.raises(UserError):
        reserved(stepped, "11-23 x2")
    reserved(stepped, "12-01 x3")


def test_not_enough_is_said_with_what_there_is() -> None:
    asked = reserved(ledger("2"), "11-23")
    with pytest.raises(UserError) as refused:
        reserved(asked, "11-24 x2", "QJ-2")
    assert refused.value.code is Code.QUOTA
    assert refused.value.sentence == (
        "年假不够：这次要 2 天，2026年这时能用的还有 1 天（另有 1 天已被别的申请占用）。"
        "可以少请一些，或换一种假；发 /假期余额 看明细。"
    )


def test_a_type_without_a_balance_needs_no_entries() -> None:
    assert reserve(Ledger(), leave_types()["事假"], portions("11-23"), cause="QJ-1", on=TODAY) == ()
    assert give_back(Ledger(), "QJ-1", unused=Decimal(1), on=TODAY) == ()


def test_more_than_was_used_does_not_come_back() -> None:
    begun = reserved(ledger("5"), "11-23 x3")
    begun = begun.plus(consume(begun, "QJ-1", on=TODAY))
    with pytest.raises(Defect):
        give_back(begun, "QJ-1", unused=Decimal(4), on=TODAY)


def _carried(amount: str, until: str) -> Entry:
    return Entry(EntryKind.CARRIED, "年假", 2026, Decimal(amount), d("01-01"), "旧", until=d(until))


AMOUNTS = st.integers(1, 8).map(lambda halves: Decimal(halves) / 2)
DAYS = st.dates(d("11-01"), d("2027-01-10"))


class Life(RuleBasedStateMachine):
    """Requests come, begin, are withdrawn and end early, in any order; credits lapse meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = ledger("5", "2.5@11-15")
        self.numbers = counter(1)
        self.causes: list[str] = []

    @rule(on=DAYS, amount=AMOUNTS)
    def ask(self, on: date, amount: Decimal) -> None:
        cause = f"QJ-{next(self.numbers)}"
        before = self.ledger.available("年假", on)
        wanted = portions(f"{on} {amount}")
        try:
            self.ledger = self.ledger.plus(reserve(self.ledger, ANNUAL, wanted, cause=cause, on=on))
        except UserError:
            assert before < amount
        else:
            assert before - self.ledger.available("年假", on) == amount
            self.causes.append(cause)

    @rule(data=st.data(), on=DAYS)
    def begin(self, data: st.DataObject, on: date) -> None:
        if self.causes:
            cause = data.draw(st.sampled_from(self.causes))
            self.ledger = self.ledger.plus(consume(self.ledger, cause, on=on))

    @rule(data=st.data(), on=DAYS)
    def withdraw(self, data: st.DataObject, on: date) -> None:
        if self.causes:
            cause = data.draw(st.sampled_from(self.causes))
            held = sum(tally.held for tally in self.ledger.of_cause(cause).values())
            entries = release(self.ledger, cause, on=on)
            assert sum(entry.amount for entry in entries) == held
            self.ledger = self.ledger.plus(entries)

    @rule(data=st.data(), on=DAYS)
    def come_back(self, data: st.DataObject, on: date) -> None:
        if self.causes:
            cause = data.draw(st.sampled_from(self.causes))
            used = sum((tally.used for tally in self.ledger.of_cause(cause).values()), Decimal(0))
            back = sum(each.amount for each in self.ledger.entries if _returned(each, cause))
            unused = data.draw(st.integers(0, int(2 * used)).map(lambda halves: Decimal(halves) / 2)) + back
            self.ledger = self.ledger.plus(give_back(self.ledger, cause, unused=unused, on=on))

    @rule(on=DAYS)
    def end(self, on: date) -> None:
        self.ledger = self.ledger.plus(lapse(self.ledger, "年假", on=on, rule="过期"))

    @invariant()
    def nothing_is_lost(self) -> None:
        tally = self.ledger.balance("年假", 2026)
        assert tally.credit == tally.left + tally.held + tally.used + tally.expired
        assert min(tally.left, tally.held, tally.used, tally.expired) >= 0
        assert tally.left == sum(lot.left for lot in self.ledger.lots("年假"))
        assert tally.left == sum(entry.effect for entry in self.ledger.entries)
        assert all(min(lot.left, lot.tally.held, lot.tally.used) >= 0 for lot in self.ledger.lots("年假"))


def _returned(entry: Entry, cause: str) -> bool:
    return entry.cause == cause and entry.kind is EntryKind.RETURNED


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
