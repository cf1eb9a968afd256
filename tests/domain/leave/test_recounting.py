"""A year is published, and what was counted without it is counted again."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.span import Span
from bot.domain.calendar.year_table import YearTable
from bot.domain.leave.counting.cost import count
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.ledgers.booking import consume, reserve
from bot.domain.leave.ledgers.crediting import grant
from bot.domain.leave.ledgers.entitlement import Grant
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.recounting import Recount, recounted
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d
from tests.domain.leave.requests import NOW, OFFICE, TYPES, ask

ANNUAL = TYPES["年假"]
OFF = {d(f"2027-02-0{number}"): "春节" for number in range(3, 10)}
TABLE = YearTable(2027, ("https://example.com",), MappingProxyType(OFF), MappingProxyType({d("2027-01-30"): "春节"}))
WHY = "2027年放假安排公布了"
PUBLISHED = Schedule(Calendar().with_year(TABLE))


def booked(text: str, state: LeaveState = LeaveState.PENDING, *, days: int = 5) -> tuple[LeaveRequest, Ledger]:
    request = replace(ask(text, state=state), provisional=True)
    given = grant(Ledger(), "年假", 2027, [Grant(d("2027-01-01"), Decimal(days), "")], until=None, on=d("11-22"))
    ledger = Ledger(given)
    portions = count(ANNUAL, request.when, OFFICE, NOW.date()).portions  # type: ignore[arg-type]
    ledger = ledger.plus(reserve(ledger, ANNUAL, portions, cause="QJ-1", on=d("11-22")))
    if state is LeaveState.RUNNING:
        ledger = ledger.plus(consume(ledger, "QJ-1", on=d("11-22")))
    return request, ledger


def again(request: LeaveRequest, ledger: Ledger) -> tuple[Recount, Ledger]:
    found = recounted(request, ANNUAL, ledger, PUBLISHED, NOW)
    assert found
    return found, ledger.plus(found.entries)


def test_days_that_turn_out_to_be_off_come_back() -> None:
    found, ledger = again(*booked("2027-02-01/2027-02-04"))
    assert (found.after.amount, found.after.provisional, found.changed) == (Decimal(2), False, True)
    assert (ledger.balance("年假", 2027).held, ledger.available("年假", d("2027-02-01"))) == (Decimal(2), Decimal(3))
    assert found.said(ANNUAL, NOW.date(), WHY) == (
        "2027年放假安排公布了：QJ-1 年假 2027年2月1日(周一)至2027年2月4日(周四)，原来算 4 天，现在算 2 天。"
    )


def test_days_that_turn_out_to_be_worked_are_taken() -> None:
    found, ledger = again(*booked("2027-01-29/2027-02-01"))
    assert (found.after.amount, ledger.balance("年假", 2027).held) == (Decimal(3), Decimal(3))


def test_where_nothing_is_left_a_person_decides() -> None:
    request, ledger = booked("2027-01-29/2027-02-01", days=2)
    with pytest.raises(UserError) as refused:
        again(request, ledger)
    assert refused.value.code is Code.QUOTA


def test_nothing_changes_where_the_count_stays() -> None:
    found, ledger = again(*booked("2027-01-04"))
    assert (found.changed, found.entries, found.after.provisional) == (False, (), False)
    assert recounted(found.after, ANNUAL, ledger, PUBLISHED, NOW) is None


@pytest.mark.parametrize(
    ("state", "off"), [(LeaveState.PENDING, LeaveState.WITHDRAWN), (LeaveState.APPROVED, LeaveState.CANCELLED)]
)
def test_a_leave_of_nothing_but_holidays_is_off(state: LeaveState, off: LeaveState) -> None:
    found, ledger = again(*booked("2027-02-03/2027-02-04", state))
    assert (found.after.state, ledger.balance("年假", 2027).held) == (off, Decimal(0))
    assert "已经替你取消" in found.said(ANNUAL, NOW.date(), WHY)


def test_what_has_begun_is_only_made_shorter() -> None:
    found, ledger = again(*booked("2027-02-01/2027-02-04", LeaveState.RUNNING))
    assert (found.after.unused, ledger.balance("年假", 2027).used) == (Decimal(2), Decimal(2))
    longer, after = again(*booked("2027-01-29/2027-02-01", LeaveState.RUNNING))
    assert (longer.after.unused, after.balance("年假", 2027).used) == (Decimal(0), Decimal(2))


def test_a_day_that_the_company_gives_comes_back_from_a_leave_that_was_certain() -> None:
    request, ledger = booked("2027-02-01/2027-02-04")
    certain = replace(request, provisional=False)
    given = Calendar().with_year(replace(TABLE, off={**TABLE.off, d("2027-02-02"): "春节"}))
    found = recounted(certain, ANNUAL, ledger, Schedule(given), NOW)
    assert found
    assert (found.after.amount, found.changed) == (Decimal(1), True)
    assert recounted(found.after, ANNUAL, ledger.plus(found.entries), Schedule(given), NOW) is None


def test_what_is_over_and_was_made_shorter_stays_so() -> None:
    found, ledger = again(*booked("2027-02-01/2027-02-04", LeaveState.RUNNING))
    assert recounted(found.after, ANNUAL, ledger, PUBLISHED, NOW) is None


def test_an_hour_a_day_is_counted_again_too() -> None:
    daily = Daily(d("2027-01-25"), d("2027-02-05"), 60, ShiftEdge.END)
    request = replace(ask("11-23"), type="哺乳假", when=daily, amount=Decimal(9), provisional=True)
    found = recounted(request, TYPES["哺乳假"], Ledger(), PUBLISHED, NOW)
    assert found
    assert found.after.amount == 8  # Saturday 30 is worked, 3 to 5 are off


@given(
    st.integers(0, 330),
    st.integers(0, 12),
    st.sampled_from([LeaveState.PENDING, LeaveState.APPROVED]),
)
def test_afterwards_the_ledger_holds_what_a_fresh_count_takes(start: int, length: int, state: LeaveState) -> None:
    first = d("2027-01-01") + timedelta(days=start)
    span = Span(first, first + timedelta(days=length))
    try:
        before = count(ANNUAL, span, OFFICE, NOW.date())
    except UserError:
        return  # not even a provisional count is possible, or nothing of it is worked
    request, ledger = booked(span.iso, state, days=30)
    found = recounted(request, ANNUAL, ledger, PUBLISHED, NOW)
    after = ledger.plus(found.entries) if found else ledger
    try:
        fresh = count(ANNUAL, span, PUBLISHED, NOW.date()).amount
    except UserError:
        fresh = Decimal(0)
    assert after.balance("年假", 2027).held == fresh
    assert after.balance("年假", 2027).used == 0
    assert (found.after if found else request).state.is_off is (fresh == 0)
    assert before.provisional
