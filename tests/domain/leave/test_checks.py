"""What is looked at before a leave is asked for."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from bot.domain.leave.counting.cost import count
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.checks import Point, Wish, ensure_in_time, ensure_within, late_by, remarks
from bot.domain.leave.requests.request import bounds
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d, span
from tests.domain.leave.requests import CHINA, NOW, OFFICE, TYPES, at


def wish(text: str, kind: str = "年假", *, retro: bool = False, notice: int = 0) -> Wish:
    when, type_ = span(text), replace(TYPES[kind], notice=notice)
    counted = count(type_, when, OFFICE, NOW.date())
    return Wish(type_, when, counted.amount, *bounds(when, OFFICE, CHINA), counted.provisional, retro)


def points(made: Wish, now: datetime = NOW) -> list[Point]:
    return [each.point for each in remarks(made, OFFICE, now)]


def test_what_has_passed_is_filed_as_such() -> None:
    with pytest.raises(UserError) as refused:
        ensure_in_time(wish("11-20"), OFFICE, NOW)
    assert refused.value.code is Code.PAST_DATE
    assert refused.value.sentence.startswith("11月20日(周五)已过")
    ensure_in_time(wish("11-20", retro=True), OFFICE, NOW)
    ensure_in_time(wish("11-23AM"), OFFICE, at("11-23 14:00"))
    with pytest.raises(UserError):
        ensure_in_time(wish("11-23"), OFFICE, at("11-24 00:10"))


def test_nothing_to_say() -> None:
    assert points(wish("11-23")) == []
    assert points(wish("11-25/11-27", "病假")) == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("2027-01-04", "年假", [Point.PROVISIONAL]),
        ("2027-01-20/2027-01-22", "年假", [Point.PROVISIONAL]),
        ("2027-01-25/2027-01-26", "年假", [Point.PROVISIONAL, Point.NEAR_HOLIDAY]),
        ("2027-02-03/2027-02-04", "年假", [Point.PROVISIONAL, Point.NEAR_HOLIDAY]),
        ("2027-03-01", "年假", [Point.FAR_AHEAD, Point.PROVISIONAL]),
        ("11-25", "丧假", [Point.NEEDS_HR]),
        ("11-23/11-27", "丧假", [Point.NEEDS_HR, Point.OVER_LIMIT]),
        ("2026-12-01/2027-03-08", "产假", [Point.NEEDS_HR]),
    ],
)
def test_what_has_to_be_known(text: str, kind: str, expected: list[Point]) -> None:
    assert points(wish(text, kind)) == expected


def test_which_of_them_ask() -> None:
    assert [each.asks for each in remarks(wish("11-23/11-27", "丧假"), OFFICE, NOW)] == [True, False]
    assert [each.said for each in remarks(wish("11-25", "婚假"), OFFICE, NOW)] == [
        "婚假要人力资源核对：结婚登记日期（一年内有效）。"
    ]


@pytest.mark.parametrize(("text", "notice", "short"), [("11-25", 2, False), ("11-25", 3, True), ("11-23", 1, True)])
def test_notice_is_in_days_of_work(text: str, notice: int, *, short: bool) -> None:
    assert points(wish(text, notice=notice)) == ([Point.SHORT_NOTICE] if short else [])


@pytest.mark.parametrize(
    ("first", "today", "days"),
    [("11-20", "11-20", 0), ("11-20", "11-22", 0), ("11-20", "11-23", 1), ("11-20", "11-24", 2)],
)
def test_how_late_somebody_files(first: str, today: str, days: int) -> None:
    assert late_by(d(first), d(today), OFFICE) == days
    late = points(wish(first, retro=True), at(f"{today} 10:00"))
    assert late == ([Point.LATE] if days > 1 else [])


def test_too_long_is_refused_where_nobody_could_say_otherwise() -> None:
    short = replace(wish("11-23/11-27", "公假"), kind=replace(TYPES["公假"], most=Decimal(3)))
    with pytest.raises(UserError) as refused:
        ensure_within(short)
    assert (refused.value.code, "一次最多 3 天，这次是 5 天" in refused.value.sentence) == (Code.LIMIT, True)
    ensure_within(wish("11-23/11-25", "丧假"))
    ensure_within(wish("11-23/11-27", "丧假"))
    ensure_within(wish("11-23/11-27", "事假"))


def test_an_hour_a_day_near_a_holiday_asks_nothing_more() -> None:
    daily = Daily(d("11-23"), d("2027-03-31"), 60, ShiftEdge.END)
    made = Wish(TYPES["哺乳假"], daily, Decimal(80), *bounds(daily, OFFICE, CHINA), provisional=True)
    assert points(made) == [Point.PROVISIONAL, Point.NEEDS_HR]


def test_a_roster_knows_no_unknown_holiday() -> None:
    rostered = Schedule(shift=replace(OFFICE.shift, rostered=True))
    when = span("2027-02-03/2027-02-04")
    counted = count(TYPES["年假"], when, rostered, NOW.date())
    made = Wish(TYPES["年假"], when, counted.amount, *bounds(when, rostered, CHINA), counted.provisional)
    assert remarks(made, rostered, NOW) == ()
