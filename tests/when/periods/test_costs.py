"""What the requests of the sample messages cost: read by the grammar, counted by the calendar."""

import pytest

from bot.domain.calendar.counting import Cost, cost
from bot.domain.calendar.shift import DAY_SHIFT
from bot.domain.calendar.span import Span, TimeSpan
from bot.errors import Code, UserError
from bot.when.meaning.start_and_length import lasting
from bot.when.read_duration import read_duration
from bot.when.read_period import read_period
from bot.when.results.duration import Duration
from bot.when.view import View
from tests.domain.calendar.days import d
from tests.when.tables import CALENDAR, SUNDAY


def counted(text: str) -> Cost:
    taken = read_period(text, SUNDAY, CALENDAR)
    assert taken is not None
    span = taken.settled()
    assert isinstance(span, Span | TimeSpan)
    return cost(span, CALENDAR, DAY_SHIFT)


@pytest.mark.parametrize(
    ("text", "days", "hours", "provisional"),
    [
        ("/请假 年假 明天下午", 0.5, 4, False),
        ("/请假 病假 11.25-11.27 发烧", 3, 24, False),
        ("/QJ 年假 11-30", 1, 8, False),
        ("我明天上午有点事要请半天假", 0.5, 4, False),
        ("/请假 12月2号起3天 年假", 3, 24, False),
        ("/请假 调休 11.24 全天", 1, 8, False),
        ("/请假 年假 11.27-11.30", 2, 16, False),
        ("/请假 年假 1.4", 1, 8, True),
        ("/请假 年假 春节前两天", 2, 16, True),
        ("/请假 年假 元旦", 0, 0, True),  # a statutory day: nothing to ask for
        ("/请假 事假 今天下午", 0, 0, False),  # a Sunday
        ("明天下午3点到5点", 0.25, 2, False),
        ("明天11点到2点", 0.19, 1.5, False),
        ("明天晚上8点到10点", 0, 0, False),
        ("12.31-1.4", 2, 16, True),
    ],
)
def test_what_it_costs(text: str, days: float, hours: float, provisional: bool) -> None:
    found = counted(text)
    assert (found.days, found.hours, found.provisional) == (days, hours, provisional)


def test_statutory_days_alone_are_off_in_any_case() -> None:
    assert counted("五一").days == 0


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
