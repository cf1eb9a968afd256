"""What the requests of the sample messages cost: read by the grammar, counted by the calendar."""

import pytest

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.leave.counting.cost import Counted, count
from bot.domain.leave.types.catalogue import leave_types
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.when.meaning.start_and_length import lasting
from bot.when.read_duration import read_duration
from bot.when.read_period import read_period
from bot.when.results.duration import Duration
from bot.when.view import View
from tests.domain.calendar.days import d
from tests.when.tables import CALENDAR, SUNDAY


def counted(text: str) -> Counted:
    taken = read_period(text, SUNDAY, CALENDAR)
    assert taken is not None
    span = taken.settled()
    assert isinstance(span, Span | TimeSpan)
    return count(leave_types()["年假"], span, Schedule(CALENDAR), SUNDAY.date())


@pytest.mark.parametrize(
    ("text", "days", "hours", "provisional"),
    [
        ("/请假 年假 明天下午", 0.5, 4.5, False),
        ("/请假 病假 11.25-11.27 发烧", 3, 24, False),
        ("/QJ 年假 11-30", 1, 8, False),
        ("我明天上午有点事要请半天假", 0.5, 3.5, False),
        ("/请假 12月2号起3天 年假", 3, 24, False),
        ("/请假 调休 11.24 全天", 1, 8, False),
        ("/请假 年假 11.27-11.30", 2, 16, False),
        ("/请假 年假 1.4", 1, 8, True),
        ("/请假 年假 春节前两天", 2, 16, True),
        ("明天下午3点到5点", 0.25, 2, False),
        ("明天11点到2点", 0.19, 1.5, False),
        ("12.31-1.4", 2, 16, True),
    ],
)
def test_what_it_costs(text: str, days: float, hours: float, provisional: bool) -> None:
    found = counted(text)
    assert (float(found.days or 0), float(found.hours or 0), found.provisional) == (days, hours, provisional)


# A statutory day; two that lie on a weekend in 2027; a Sunday; an evening.
@pytest.mark.parametrize("text", ["/请假 年假 元旦", "五一", "/请假 事假 今天下午", "明天晚上8点到10点"])
def test_what_is_off_anyway_costs_nothing(text: str) -> None:
    with pytest.raises(UserError) as refusal:
        counted(text)
    assert refusal.value.code is Code.NO_WORKDAY


@pytest.mark.parametrize("text", ["2027.4.30-5.6", "5月4号", "2027年2月9日", "春节前两天到2027年2月12日"])
def test_what_can_not_be_counted_yet(text: str) -> None:
    with pytest.raises(UserError) as refusal:
        counted(text)
    assert refusal.value.code is Code.UNPUBLISHED_YEAR


def test_an_extension_goes_on_where_the_leave_ends() -> None:
    taken = read_duration("续假两天，还没退烧")
    assert taken is not None
    length = taken.settled()
    assert length == Duration(half_days=4)
    first = CALENDAR.next_workday(d("11-24"))
    assert lasting(first, None, length, View(SUNDAY, CALENDAR)).iso == "2026-11-25/2026-11-26"
