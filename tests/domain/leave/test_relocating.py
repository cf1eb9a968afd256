"""Where a leave goes that is moved."""

import pytest

from bot.domain.calendar.span import Half, Span
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.relocating import Later, SameDay, moved_to
from bot.domain.leave.requests.request import When
from bot.errors import Code, UserError
from tests.domain.calendar.days import d, span
from tests.domain.leave.requests import OFFICE, TYPES


def clock(text: str) -> When:
    """`11-23T15:00/11-23T17:00` of 2026, in China"""
    return span("/".join(f"2026-{each}+08:00" for each in text.split("/")))


@pytest.mark.parametrize(
    ("when", "to", "moved"),
    [
        ("11-23", "11-25", "11-25"),
        ("11-23PM/11-23PM", "11-25", "11-25PM/11-25PM"),
        ("11-23PM/11-23PM", "11-25AM/11-25AM", "11-25AM/11-25AM"),
        ("11-23/11-25", "12-03", "12-03/12-07"),  # three days of work again, over a weekend
        ("11-26/11-30", "12-01", "12-01/12-03"),
        ("11-23PM/11-25", "12-03", "12-03PM/12-07"),
        ("11-23/11-25", "12-01/12-02", "12-01/12-02"),
    ],
)
def test_it_lasts_as_long_as_it_did_where_only_a_day_is_said(when: str, to: str, moved: str) -> None:
    target = span(to)
    assert isinstance(target, Span)
    assert moved_to(span(when), target, TYPES["年假"], OFFICE) == span(moved)


@pytest.mark.parametrize(
    ("when", "by", "moved"),
    [
        ("11-23", Later(days=2), "11-25"),
        ("11-26/11-27", Later(days=2), "11-30/12-01"),
        ("11-23", Later(days=-1), "11-20"),
        ("11-23/11-24", Later(weeks=1), "11-30/12-01"),
        ("11-23PM/11-23PM", SameDay(Half.AM), "11-23AM/11-23AM"),
        ("11-23PM/11-23PM", SameDay(), "11-23"),
    ],
)
def test_by_days_of_work_by_weeks_and_within_its_day(when: str, by: Later | SameDay, moved: str) -> None:
    assert moved_to(span(when), by, TYPES["年假"], OFFICE) == span(moved)


def test_days_as_they_come_stay_as_many() -> None:
    to = Span(d("12-05"), d("12-05"))
    assert moved_to(span("12-01/12-14"), to, TYPES["陪产假"], OFFICE) == span("12-05/12-18")


def test_hours_go_to_another_day() -> None:
    to = Span(d("11-25"), d("11-25"))
    assert moved_to(clock("11-23T15:00/11-23T17:00"), to, TYPES["事假"], OFFICE) == clock("11-25T15:00/11-25T17:00")


def test_what_would_not_change_and_what_recurs() -> None:
    for when, code in (
        (span("11-23"), Code.INVALID_RANGE),
        (Daily(d("11-23"), d("12-31"), 60, ShiftEdge.END), Code.UNSUPPORTED),
    ):
        with pytest.raises(UserError) as refused:
            moved_to(when, Span(d("11-23"), d("11-23")), TYPES["事假"], OFFICE)
        assert refused.value.code is code
