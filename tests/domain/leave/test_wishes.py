"""A wish as a whole: what is refused, in which order, and what it draws on."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Half, Span
from bot.domain.company import Company
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.ledgers.crediting import correct
from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.requests.wishes import Wanted, Weighed, ensure_alone, is_known, reserved, weigh
from bot.domain.leave.rules import Facts, LeaveRules
from bot.errors import UserError
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = NOW.date()
A = UserId("a")
MONDAY = date(2026, 11, 23)
OLD = Service(date(2020, 11, 22), date(2023, 11, 22))
NEW = Service(date(2026, 8, 22), date(2026, 8, 22))


def company(**facts: Any) -> Company:
    return Company(leave=LeaveRules(people={A: Facts(**facts)}))


KNOWN = company(service=OLD)


def weighed(type_: str = "年假", start: date = MONDAY, end: date | None = None, of: Company = KNOWN) -> Weighed:
    return weigh(Wanted(type_, Span(start, end or start)), A, of, NOW)


def test_it_is_counted_and_said() -> None:
    half = weigh(Wanted("年假", Span(MONDAY, MONDAY, Half.PM, Half.PM)), A, KNOWN, NOW)
    assert half.said(TODAY) == "年假 11月23日(周一)下午，0.5 天"
    assert (half.wish.amount, half.years) == (Decimal("0.5"), (2026,))


@pytest.mark.parametrize(
    ("type_", "start", "service", "code"),
    [
        ("年假", date(2026, 11, 20), OLD, "E_PAST_DATE"),
        ("年假", date(2026, 11, 28), OLD, "E_NO_WORKDAY"),
        ("年假", MONDAY, NEW, "E_NOT_ELIGIBLE"),
    ],
)
def test_what_cant_be(type_: str, start: date, service: Service, code: str) -> None:
    with pytest.raises(UserError) as refused:
        weighed(type_, start, of=company(service=service))
    assert refused.value.code == code


def test_credits_come_with_the_first_wish_and_only_once() -> None:
    wish = weighed(end=date(2026, 11, 24))
    first = reserved(wish, Ledger(), A, KNOWN, cause="QJ-1", today=TODAY)
    assert [(each.kind, each.amount) for each in first] == [
        (EntryKind.GRANTED, Decimal(5)),
        (EntryKind.RESERVED, Decimal(2)),
    ]
    again = reserved(wish, Ledger(first), A, KNOWN, cause="QJ-2", today=TODAY)
    assert [(each.kind, each.cause) for each in again] == [(EntryKind.RESERVED, "QJ-2")]


def test_more_than_there_is() -> None:
    nothing = company(service=OLD, given={2026: {"年假": Decimal(0)}})
    with pytest.raises(UserError, match="年假不够"):
        reserved(weighed(of=nothing), Ledger(), A, nothing, cause="QJ-1", today=TODAY)


def test_hr_s_word_goes_before_service() -> None:
    said = company(service=OLD, given={2026: {"年假": Decimal(8)}})
    entries = reserved(weighed(of=said), Ledger(), A, said, cause="QJ-1", today=TODAY)
    assert entries[0].amount == 8


def test_over_new_year_each_year_pays_its_own() -> None:
    wish = weighed(start=date(2026, 12, 31), end=date(2027, 1, 4))
    entries = reserved(wish, Ledger(), A, KNOWN, cause="QJ-1", today=TODAY)
    held = [(each.year, each.amount) for each in entries if each.kind is EntryKind.RESERVED]
    assert held == [(2026, Decimal(1)), (2027, Decimal(1))]


def test_what_nobody_knows_is_in_nobodys_way() -> None:
    unknown = company()
    for type_ in ("年假", "调休"):
        wish = weighed(type_, of=unknown)
        assert not is_known(Ledger(), wish.kind, A, wish.years, unknown)
        assert reserved(wish, Ledger(), A, unknown, cause="QJ-1", today=TODAY) == ()


def test_hours_that_were_earned_are_a_balance() -> None:
    earned = Ledger((Entry(EntryKind.GRANTED, "调休", 2026, Decimal(4), date(2026, 11, 1), "调休 1"),))
    with pytest.raises(UserError, match="调休不够"):
        reserved(weighed("调休"), earned, A, KNOWN, cause="QJ-1", today=TODAY)


def test_one_s_other_leaves() -> None:
    wish = weighed().wish
    other = LeaveRequest("QJ-20261122-001", A, "年假", wish.when, wish.amount, wish.begins, wish.ends, NOW)
    with pytest.raises(UserError) as same:
        ensure_alone(weighed(), [other], NOW)
    assert same.value.code == "E_DUPLICATE"
    with pytest.raises(UserError) as overlaps:
        ensure_alone(weighed("事假"), [other], NOW)
    assert overlaps.value.code == "E_OVERLAP"
    ensure_alone(weighed(), [replace(other, state=LeaveState.WITHDRAWN)], NOW)


def test_an_hour_less_each_day_has_no_amount_to_be_said() -> None:
    daily = Daily(MONDAY, date(2027, 3, 31), 60, ShiftEdge.END)
    wish = weigh(Wanted("哺乳假", daily), A, KNOWN, NOW)
    assert wish.said(TODAY).startswith("哺乳假 11月23日(周一)至2027年3月31日(周三)每个工作日")
    assert wish.portions == ()
    assert wish.wish.provisional


def test_days_that_hr_gave_are_a_balance_of_whom_nothing_else_is_known() -> None:
    wish = weigh(Wanted("年假", Span(MONDAY, MONDAY)), A, company(), NOW)
    book = Ledger(correct("年假", Decimal(1), on=TODAY, until=date(2026, 12, 31), cause="JQ-1", rule="人力资源调整"))
    assert not is_known(Ledger(), wish.kind, A, wish.years, company())
    assert is_known(book, wish.kind, A, wish.years, company())
    assert not is_known(book, wish.kind, A, [2027], company())
