"""What of their shifts people miss."""

from dataclasses import replace
from datetime import time

import pytest

from bot.domain.calendar.shift import Shift
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import LeaveState
from bot.domain.leave.seeing.presence import back_on, missed, missed_between, said_between, taken
from bot.domain.leave.working_time.schedule import Schedule
from tests.domain.calendar.days import d
from tests.domain.leave.requests import NOW, OFFICE, ask, at

NIGHT = Schedule(shift=Shift(time(22), time(6), rostered=True))


@pytest.mark.parametrize(
    ("asked", "day", "said"),
    [
        ("11-23", "11-23", "全天"),
        ("11-23AM", "11-23", "上午"),
        ("11-23PM", "11-23", "下午"),
        ("11-23PM/11-25AM", "11-23", "下午"),
        ("11-23PM/11-25AM", "11-24", "全天"),
        ("11-23PM/11-25AM", "11-25", "上午"),
        ("11-23PM/11-25AM", "11-26", None),
        ("2026-11-23T15:00/2026-11-23T17:00", "11-23", "15:00至17:00"),
        ("2026-11-23T08:30/2026-11-23T12:30", "11-23", "上午"),
        ("2026-11-23T12:30/2026-11-23T18:00", "11-23", "下午"),
        ("2026-11-23T08:30/2026-11-23T18:00", "11-23", "全天"),
        ("2026-11-23T11:00/2026-11-23T14:00", "11-23", "11:00至14:00"),
        ("11-27/11-30", "11-28", None),
        ("11-27/11-30", "11-30", "全天"),
    ],
)
def test_one_leave_on_one_day(asked: str, day: str, said: str | None) -> None:
    found = missed([ask(asked)], d(day), OFFICE)
    assert (found.said if found else None) == said


def test_two_leaves_of_a_day_are_one_absence() -> None:
    morning, afternoon = ask("11-23AM"), ask("11-23PM", "事假", "QJ-2")
    both = missed([morning, afternoon], d("11-23"), OFFICE)
    assert both
    assert both.whole
    assert both.leaves == (morning, afternoon)
    apart = missed([ask("2026-11-23T09:00/2026-11-23T10:00"), replace(afternoon, number="QJ-3")], d("11-23"), OFFICE)
    assert apart
    assert apart.said == "09:00至10:00、13:30至18:00"


def test_a_night_belongs_to_the_day_it_begins_on() -> None:
    night = ask("2026-11-23T22:00/2026-11-24T06:00", on=NIGHT)
    found = missed([night], d("11-23"), NIGHT)
    assert found
    assert found.whole
    assert missed([night], d("11-24"), NIGHT) is None
    late = missed([ask("2026-11-24T01:00/2026-11-24T03:00", on=NIGHT)], d("11-23"), NIGHT)
    assert late
    assert late.said == "次日 01:00至03:00"


def test_an_hour_less_every_day() -> None:
    nursing = replace(ask("11-23"), when=Daily(d("11-23"), d("12-31"), 60, ShiftEdge.END), ends=at("12-31 18:00"))
    assert [each.said for each in missed_between([nursing], d("11-27"), d("11-30"), OFFICE)] == ["17:00至18:00"] * 2
    again = replace(nursing, ends=at("11-27 18:00"))
    assert missed([again], d("11-30"), OFFICE) is None, "she came back to full days"


def test_who_came_back_early_is_there() -> None:
    back = replace(ask("11-23/11-27"), ends=at("11-25 12:00"), returned_on=d("11-25"))
    assert [each.said for each in missed_between([back], d("11-23"), d("11-27"), OFFICE)] == ["全天", "全天", "上午"]


def test_what_is_only_asked_for_takes_nobody_away() -> None:
    states = (LeaveState.PENDING, LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED, LeaveState.CANCELLED)
    leaves = [ask("11-23", state=state) for state in states]
    assert [each.state for each in taken(leaves)] == [LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED]


def test_when_somebody_is_back() -> None:
    leaves = [ask("11-26/11-27"), ask("11-30/12-01AM", "事假", "QJ-2")]
    assert back_on(leaves, d("11-26"), OFFICE) == d("12-01"), "half a day is worked"
    assert back_on(leaves[:1], d("11-26"), OFFICE) == d("11-30")


def test_days_that_follow_each_other_are_one_stretch() -> None:
    leaves = [ask("11-24/11-25"), ask("11-27PM", number="QJ-2"), ask("12-04/12-07", number="QJ-3")]
    found = missed_between(leaves, d("11-23"), d("12-07"), OFFICE)
    said = said_between(found, OFFICE, NOW.date())
    assert said == "11月24日(周二)至11月25日(周三)、11月27日(周五)下午、12月4日(周五)至12月7日(周一)"
    by_the_hour = missed_between([ask("2026-11-23T15:00/2026-11-23T17:00")], d("11-23"), d("11-23"), OFFICE)
    assert said_between(by_the_hour, OFFICE, NOW.date()) == "11月23日(周一) 15:00至17:00"
