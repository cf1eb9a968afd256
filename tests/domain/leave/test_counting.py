"""What a leave costs: every vector of the law's arithmetic, and what can never be otherwise."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.shift import DAY_SHIFT, read_shift
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.cost import Counted, amount_said, count
from bot.domain.leave.types.catalogue import leave_types
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d, span

TYPES = leave_types()
ANNUAL, IN_LIEU, BIRTH = TYPES["年假"], TYPES["调休"], TYPES["产假"]
SUNDAY = d("11-22")
OFFICE = Schedule()
NIGHTS = Schedule(shift=read_shift("22:00-06:00", rostered=True))


def costs(text: str, kind: LeaveType = ANNUAL, schedule: Schedule = OFFICE) -> Counted:
    return count(kind, span(text), schedule, SUNDAY)


def refusal(text: str, kind: LeaveType = ANNUAL, schedule: Schedule = OFFICE) -> UserError:
    with pytest.raises(UserError) as refused:
        costs(text, kind, schedule)
    return refused.value


@pytest.mark.parametrize(
    ("text", "days", "calendar_days"),
    [
        ("09-17/09-28", "8", 12),  # Sunday 20 works, 25 to 27 are off
        ("09-30/10-12", "5", 13),  # Saturday 10 works
        ("02-13/02-28", "7", 16),  # Saturdays 14 and 28 work
        ("04-03/04-07", "2", 5),
        ("05-06/05-09", "4", 4),
        ("11-25/11-27", "3", 3),
        ("11-27/11-30", "2", 4),
        ("11-23PM", "0.5", 1),
        ("11-23PM/11-25AM", "2", 3),
        ("11-20PM/11-23", "1.5", 4),
        ("11-20/11-22AM", "1", 3),  # the half day that is left out is a Sunday
    ],
)
def test_working_days(text: str, days: str, calendar_days: int) -> None:
    counted = costs(text)
    assert (counted.amount, counted.calendar_days) == (Decimal(days), calendar_days)
    assert counted.days == counted.amount == sum(portion.amount for portion in counted.portions)


@pytest.mark.parametrize(("month", "days"), list(enumerate((21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23), 1)))
def test_months_of_2026(month: int, days: int) -> None:
    last = date(2026 + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    assert count(ANNUAL, Span(date(2026, month, 1), last), OFFICE, SUNDAY).amount == days


@pytest.mark.parametrize(
    ("text", "hours", "rounding"),
    [
        ("11-24", "8", ""),
        ("11-23PM", "4.5", ""),
        ("11-23AM", "3.5", ""),
        ("2026-11-23T15:00/2026-11-23T17:00", "2", ""),
        ("2026-11-23T11:00/2026-11-23T14:30", "2", ""),  # lunch costs nothing
        ("2026-11-23T15:10/2026-11-23T16:00", "1", "实际 0.83 小时，按 0.5 小时取整算 1 小时"),
        ("2026-11-23T07:00/2026-11-23T20:00", "8", ""),
        ("2026-11-20T15:00/2026-11-23T10:00", "4.5", ""),  # over a weekend
    ],
)
def test_hours(text: str, hours: str, rounding: str) -> None:
    counted = costs(text, IN_LIEU)
    assert (counted.amount, counted.rounding) == (Decimal(hours), rounding)


def test_days_by_the_clock_are_rounded_up_to_half_days() -> None:
    counted = costs("2026-11-23T15:00/2026-11-23T17:00")
    assert (counted.amount, counted.days, counted.hours) == (Decimal("0.5"), Decimal("0.25"), Decimal(2))
    assert counted.rounding == "实际 0.25 天，按 0.5 天取整算 0.5 天"


@pytest.mark.parametrize(
    ("text", "days", "hours", "rounding"),
    [
        ("2026-11-23T15:00/2026-11-23T17:00", "0.25", "2", ""),
        ("2026-11-23T15:10/2026-11-23T16:00", "0.13", "1", "实际 0.83 小时，按 0.5 小时取整算 1 小时"),
        ("2026-11-23T08:30/2026-11-23T18:00", "1", "8", ""),
        ("2026-11-20T15:00/2026-11-23T18:00", "1.38", "11", ""),
        ("11-23PM", "0.5", "4.5", ""),
    ],
)
def test_some_days_may_be_taken_by_the_hour(text: str, days: str, hours: str, rounding: str) -> None:
    counted = costs(text, TYPES["事假"])
    assert (counted.amount, counted.hours, counted.rounding) == (Decimal(days), Decimal(hours), rounding)


def test_a_night_shift_is_one_shift_of_the_day_it_starts_on() -> None:
    night = costs("2026-11-21T22:00/2026-11-22T06:00", IN_LIEU, NIGHTS)
    assert (night.amount, night.days) == (Decimal(8), Decimal(1))
    assert [portion.on for portion in night.portions] == [d("11-21")]
    sick = costs("2026-11-21T22:00/2026-11-22T06:00", TYPES["病假"], NIGHTS)
    assert (sick.amount, sick.hours) == (Decimal(1), Decimal(8))
    after_midnight = costs("2026-11-22T02:00/2026-11-22T06:00", IN_LIEU, NIGHTS)
    assert (after_midnight.amount, after_midnight.portions[0].on) == (Decimal(4), d("11-21"))


def test_a_roster_has_the_word_and_not_the_calendar() -> None:
    night = read_shift("22:00-06:00")
    rostered = Schedule(roster=MappingProxyType({d("11-21"): night, d("11-23"): None}))
    assert costs("11-21/11-24", schedule=rostered).amount == 2  # Saturday's night and Tuesday's day
    assert costs("2026-11-22T02:00/2026-11-22T06:00", IN_LIEU, rostered).portions[0].on == d("11-21")
    assert "没有排你的班" in refusal("11-23", schedule=rostered).sentence


def test_calendar_days_are_every_day() -> None:
    birth = costs("2026-12-01/2027-03-08", BIRTH)
    assert (birth.amount, birth.calendar_days, birth.days, birth.provisional) == (Decimal(98), 98, None, False)
    assert birth.by_year == {2026: 31, 2027: 67}
    assert birth.said == "98 天（自然日）"


def test_a_year_that_is_not_published_makes_it_provisional() -> None:
    assert costs("2027-01-04").provisional
    assert not costs("2026-12-31").provisional
    assert not costs("2027-01-04", schedule=NIGHTS).provisional
    assert costs("2026-12-30/2027-01-04").by_year == {2026: 2, 2027: 1}
    assert costs("12-30PM/2027-01-05AM").by_year == {2026: Decimal("1.5"), 2027: Decimal("1.5")}


def test_what_nobody_can_know_is_not_counted() -> None:
    assert refusal("2026-12-01/2027-03-08").code is Code.UNPUBLISHED_YEAR


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-01-01", "2027年1月1日(周五)是法定节假日（元旦），不用请假。"),
        ("11-22PM", "今天(11月22日)周日休息，不用请假。"),
        ("11-28/11-29", "11月28日(周六)至11月29日(周日)都不上班，不用请假。"),
        ("10-06", "10月6日(周二)是调休放假日（国庆节），不用请假。"),
        (
            "2026-11-23T18:30/2026-11-23T20:00",
            "11月23日(周一) 18:30至20:00不在班次里（08:30 到 18:00，休息时间除外），不用请假。",
        ),
        (
            "2026-11-23T12:00/2026-11-23T13:30",
            "11月23日(周一) 12:00至13:30不在班次里（08:30 到 18:00，休息时间除外），不用请假。",
        ),
    ],
)
def test_a_day_off_needs_no_leave(text: str, said: str) -> None:
    refused = refusal(text)
    assert refused.code is Code.NO_WORKDAY
    assert refused.sentence.startswith(said)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = date(2025, 12, 20) + timedelta(days=draw(st.integers(0, 330)))
    end = start + timedelta(days=draw(st.integers(0, 30)))
    first, last = draw(st.sampled_from([None, Half.PM])), draw(st.sampled_from([None, Half.AM]))
    return Span(start, end, *((first, last) if start != end else (first, first)))


def amount(kind: LeaveType, when: Span | TimeSpan) -> Decimal:
    try:
        return count(kind, when, OFFICE, SUNDAY).amount
    except UserError as refused:
        if refused.code is not Code.NO_WORKDAY:
            raise
        return Decimal(0)


@given(spans(), st.sampled_from(list(TYPES.types.values())), st.data())
def test_splitting_days_never_costs_less(whole: Span, kind: LeaveType, data: st.DataObject) -> None:
    if whole.start == whole.end:
        return
    cut = whole.start + timedelta(days=data.draw(st.integers(0, (whole.end - whole.start).days - 1)))
    later = cut + timedelta(days=1)
    first = Span(whole.start, cut, whole.start_half, whole.start_half if cut == whole.start else None)
    second = Span(later, whole.end, whole.end_half if later == whole.end else None, whole.end_half)
    assert amount(kind, first) + amount(kind, second) >= amount(kind, whole)


@given(st.integers(0, 4 * 24 * 12), st.integers(1, 600), st.integers(1, 600))
def test_splitting_hours_never_costs_less(start: int, first: int, second: int) -> None:
    begin = datetime(2026, 11, 19) + timedelta(minutes=5 * start)  # noqa: DTZ001
    middle, end = begin + timedelta(minutes=5 * first), begin + timedelta(minutes=5 * (first + second))
    for kind in (IN_LIEU, ANNUAL, TYPES["事假"]):
        parts = amount(kind, TimeSpan(begin, middle)) + amount(kind, TimeSpan(middle, end))
        assert parts >= amount(kind, TimeSpan(begin, end))


@given(spans())
def test_the_whole_is_its_portions_and_never_less_than_it_was(when: Span) -> None:
    for kind in (ANNUAL, IN_LIEU, BIRTH):
        if amount(kind, when):
            counted = count(kind, when, OFFICE, SUNDAY)
            assert kind is IN_LIEU or counted.amount >= (counted.days or 0)
            assert counted.amount == sum(counted.by_year.values())
            assert counted.amount % kind.unit == 0
            assert all(portion.amount >= 0 for portion in counted.portions)


def test_a_shift_of_other_length_is_still_a_day() -> None:
    short = Schedule(Calendar(), read_shift("09:00-12:00 13:00-17:00"))
    assert costs("2026-11-23T09:00/2026-11-23T17:00", schedule=short).amount == 1
    assert costs("2026-11-23T09:00/2026-11-23T17:00", IN_LIEU, short).amount == 7
    assert DAY_SHIFT.start == time(8, 30)


def test_amounts_say_their_unit() -> None:
    assert [each.said(Decimal("1.50")) for each in Counting] == ["1.5 天", "1.5 天", "1.5 小时"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-11-23T09:00/2026-11-23T10:30", "1.5 小时"),
        ("2026-11-20T15:00/2026-11-23T18:00", "11 小时"),
        ("2026-11-23T08:30/2026-11-23T18:00", "1 天"),
        ("11-23PM", "0.5 天"),
    ],
)
def test_hours_are_said_as_hours_when_it_is_counted_and_ever_after(text: str, said: str) -> None:
    counted = costs(text, TYPES["事假"])
    assert counted.said == said
    assert amount_said(TYPES["事假"], counted.amount, DAY_SHIFT) == said
