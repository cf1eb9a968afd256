"""Leave by a roster: its rest days cost nothing, its nights are their first day's, behind its end nobody is sure."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.company import Company
from bot.domain.leave.requests.checks import Point
from bot.domain.leave.requests.wishes import Wanted, Weighed, weigh
from bot.domain.leave.rules import LeaveRules
from bot.domain.leave.working_time.duties import REST, empty_month, merged, packed, roster
from bot.errors import UserError
from bot.identifiers import UserId
from tests.domain.calendar.days import d

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
A, DECEMBER = UserId("a"), date(2026, 12, 1)
NIGHT, DAY = "20:00-08:00", "08:00-12:00 13:00-17:00"


def company(*cells: str) -> Company:
    """Of December, from its first day on."""
    return Company(leave=LeaveRules(duties={A: {DECEMBER: packed(cells)}}))


def weighed(first: str, last: str, of: Company) -> Weighed:
    return weigh(Wanted("事假", Span(d(first), d(last))), A, of, NOW)


FOUR = [NIGHT, NIGHT, REST, REST, DAY, DAY, REST]  # 1 December is a Tuesday, so the 5th a Saturday


def test_only_days_of_the_roster_cost() -> None:
    assert weighed("12-01", "12-07", company(*FOUR)).wish.amount == 4
    assert weighed("12-05", "12-05", company(*FOUR)).wish.amount == 1  # a Saturday that is worked
    with pytest.raises(UserError) as refused:
        weighed("12-03", "12-04", company(*FOUR))
    assert refused.value.code == "E_NO_WORKDAY"


def test_a_night_is_one_shift_of_the_day_it_begins_on() -> None:
    hours = TimeSpan(datetime(2026, 12, 2, 20, tzinfo=ZONE), datetime(2026, 12, 3, 8, tzinfo=ZONE))
    night = weigh(Wanted("事假", hours), A, company(*FOUR), NOW)
    assert night.counted
    assert [(each.on, each.amount) for each in night.portions] == [(d("12-02"), Decimal(1))]


def test_holidays_are_worked_where_the_roster_says_so() -> None:
    new_year = date(2027, 1, 1)
    rostered = Company(leave=LeaveRules(duties={A: {new_year: packed([DAY])}}))
    found = weigh(Wanted("事假", Span(new_year, new_year)), A, rostered, NOW)
    assert (found.wish.amount, found.wish.provisional) == (1, False)


def test_behind_its_end_the_count_may_change() -> None:
    found = weighed("12-07", "12-09", company(*FOUR))
    assert (found.wish.amount, found.wish.provisional) == (2, True)  # the 7th is off, two usual days behind it
    (remark,) = found.remarks
    assert (remark.point, remark.asks) == (Point.NO_ROSTER, True)
    assert remark.said == "你的排班只到12月7日(周一)，之后先按日历算，排班出来后会重算。"
    assert weighed("12-01", "12-05", company(*FOUR)).remarks == ()


def test_who_has_no_roster_goes_by_the_calendar() -> None:
    assert weighed("12-01", "12-07", Company()).remarks == ()


def test_what_is_left_open_stays() -> None:
    before = packed([DAY, REST, "", ""])
    assert merged(before, ["", NIGHT, REST, ""]) == packed([DAY, NIGHT, REST, ""])
    assert merged(None, ["", REST]) == packed(["", REST])
    assert len(empty_month(date(2028, 2, 1))) == 29


def test_days_that_nobody_planned_are_not_in_it() -> None:
    days = roster({DECEMBER: packed([DAY, "", REST])})
    assert {on.day: shift and shift.said for on, shift in days.items()} == {1: "08:00 到 17:00", 3: None}
