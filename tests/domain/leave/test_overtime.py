"""Overtime: what it is worth, what can't be, and how much is too much."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.leave.ledgers.overtime import (
    Overtime,
    OvertimeState,
    Pay,
    ensure_once,
    ensure_possible,
    pay_for,
    warnings,
)
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId
from tests.domain.calendar.days import d

OFFICE = Schedule()
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def work(day: str, clock: str = "", hours: str = "0", number: str = "RQ-2") -> Overtime:
    on = d(day)
    if not clock:
        return Overtime(number, UserId("a"), on, Decimal(hours), pay_for(on, OFFICE))
    begins, ends = (datetime.combine(on, time.fromisoformat(each), NOW.tzinfo) for each in clock.split("-"))
    ends += timedelta(days=ends <= begins)
    length = Decimal((ends - begins).seconds) / 3600
    return Overtime(number, UserId("a"), on, length, pay_for(on, OFFICE), begins, ends)


@pytest.mark.parametrize(
    ("day", "pay"),
    [
        ("11-28", Pay.TIME_OFF),  # Saturday
        ("2026-10-05", Pay.TIME_OFF),  # a rest day by exchange, no statutory one
        ("2026-10-01", Pay.TRIPLE),
        ("11-23", Pay.HALF_MORE),
        ("2026-10-10", Pay.HALF_MORE),  # a Saturday that is worked
    ],
)
def test_what_a_day_is_worth(day: str, pay: Pay) -> None:
    assert pay_for(d(day), OFFICE) is pay


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (work("11-28", hours="25"), Code.INVALID_RANGE),
        (work("11-28", hours="0"), Code.INVALID_RANGE),
        (work("2026-10-20", hours="2"), Code.PAST_DATE),
        (work("11-23", "17:00-20:00"), Code.INVALID_RANGE),
    ],
)
def test_what_can_not_be(wanted: Overtime, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_possible(wanted, OFFICE, NOW)
    assert refused.value.code is code


@pytest.mark.parametrize(
    "wanted", [work("11-23", "18:00-21:00"), work("11-28", "09:00-12:00"), work("11-21", hours="3")]
)
def test_what_can_be(wanted: Overtime) -> None:
    ensure_possible(wanted, OFFICE, NOW)


@pytest.mark.parametrize(
    ("wanted", "other", "code"),
    [
        (work("11-28", "09:00-12:00"), work("11-28", "09:00-12:00"), Code.DUPLICATE),
        (work("11-28", "09:00-12:00"), work("11-28", "11:00-14:00"), Code.OVERLAP),
        (work("11-28", "09:00-12:00"), work("11-28", hours="2"), Code.OVERLAP),
        (work("11-29", "00:30-02:00"), work("11-28", "22:00-01:00"), Code.OVERLAP),
    ],
)
def test_hours_are_credited_once(wanted: Overtime, other: Overtime, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_once(wanted, [replace(other, number="RQ-1")])
    assert refused.value.code is code
    ensure_once(wanted, [replace(other, number="RQ-1", state=OvertimeState.OFF)])


def test_the_rest_of_a_day_is_another_overtime() -> None:
    ensure_once(work("11-28", "13:00-15:00"), [work("11-28", "09:00-12:00", number="RQ-1")])


def test_more_than_the_law_allows_is_shown_to_who_decides() -> None:
    others = [work("11-07", hours="24", number="RQ-1"), work("2026-10-31", hours="24", number="RQ-0")]
    assert list(warnings(work("11-28", hours="12"), others)) == []
    assert list(warnings(work("11-28", hours="13"), others)) == ["当月 37 小时，超过 36 小时"]
    assert list(warnings(work("11-23", hours="4"), [])) == ["当天 4 小时，超过 3 小时"]
    assert list(warnings(work("11-23", hours="2"), [work("11-23", hours="2", number="RQ-1")])) == [
        "当天 4 小时，超过 3 小时"
    ]
