"""A wish beside one's other leaves."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from bot.domain.calendar.shift import DAY_SHIFT, read_shift
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, bounds
from bot.domain.leave.requests.together import (
    adjoining,
    already_asked,
    ensure_free,
    ensure_only,
    ensure_prolongs,
    in_days,
    overlapping,
    same_wish,
    summed,
)
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from tests.domain.calendar.days import d
from tests.domain.leave.requests import CHINA, NOW, OFFICE, TYPES, ask

STANDING = ask("11-25/11-27", number="QJ-7")


def clashes(text: str, *others: LeaveRequest, on: Schedule = OFFICE) -> bool:
    wish = ask(text, on=on)
    return overlapping(wish.when, (wish.begins, wish.ends), others) is not None


def test_the_same_wish_within_ten_minutes_is_the_one_that_stands() -> None:
    again = replace(STANDING, submitted_at=NOW - timedelta(minutes=10))
    assert same_wish("年假", STANDING.when, [again], NOW) == again
    assert same_wish("病假", STANDING.when, [again], NOW) is None
    assert same_wish("年假", ask("11-25").when, [again], NOW) is None
    assert same_wish("年假", STANDING.when, [again], NOW + timedelta(seconds=1)) is None
    assert same_wish("年假", STANDING.when, [replace(again, state=LeaveState.WITHDRAWN)], NOW) is None
    refusal = already_asked(again)
    assert refusal.code is Code.DUPLICATE
    assert "QJ-7" in refusal.sentence


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("11-25", True),
        ("11-20/11-25AM", True),
        ("11-27PM", True),
        ("11-20/11-30", True),
        ("11-24", False),
        ("11-30", False),
        ("2026-11-24T17:00/2026-11-25T09:00", True),
        ("2026-11-24T16:00/2026-11-24T18:00", False),
    ],
)
def test_overlap(text: str, *, clash: bool) -> None:
    assert clashes(text, STANDING) == clash


def test_halves_of_a_day_fit_side_by_side() -> None:
    assert not clashes("11-25PM", ask("11-25AM"))
    assert clashes("2026-11-25T11:00/2026-11-25T12:00", ask("11-25AM"))
    assert not clashes("2026-11-25T16:00/2026-11-25T17:00", ask("2026-11-25T15:00/2026-11-25T16:00"))


def test_night_shifts_of_two_days_do_not_meet() -> None:
    nights = Schedule(shift=read_shift("22:00-06:00", rostered=True))
    assert not clashes("11-22", ask("11-21", on=nights), on=nights)
    assert clashes("2026-11-22T02:00/2026-11-22T06:00", ask("11-21", on=nights), on=nights)


def test_what_is_off_is_in_nobodys_way() -> None:
    for state in LeaveState:
        assert clashes("11-25", replace(STANDING, state=state)) == (not state.is_off)


def test_an_hour_a_day_lies_inside_other_leaves() -> None:
    daily = Daily(d("11-23"), d("12-31"), 60, ShiftEdge.END)
    span = bounds(daily, OFFICE, CHINA)
    nursing = replace(STANDING, type="哺乳假", when=daily, begins=span[0], ends=span[1])
    assert overlapping(daily, span, [STANDING]) is None
    assert overlapping(STANDING.when, (STANDING.begins, STANDING.ends), [nursing]) is None
    assert overlapping(daily, span, [nursing]) == nursing


def test_the_other_one_is_shown() -> None:
    with pytest.raises(UserError) as refused:
        ensure_free(STANDING.when, (STANDING.begins, STANDING.ends), [STANDING], NOW.date())
    assert refused.value.code is Code.OVERLAP
    assert "QJ-7 年假 11月25日(周三)至11月27日(周五)（待审批）" in refused.value.sentence
    ensure_free(STANDING.when, (STANDING.begins, STANDING.ends), [], NOW.date())


@pytest.mark.parametrize(
    ("text", "others", "found"),
    [
        ("11-30", ["11-25/11-27"], 1),  # only a weekend lies between
        ("12-01", ["11-25/11-27"], 0),
        ("11-25PM", ["11-25AM"], 1),
        ("11-25PM", ["11-24"], 0),
        ("11-24", ["11-25", "11-26/11-27", "11-30"], 3),  # a chain
        ("11-24", ["11-26", "11-25"], 2),
        ("11-25", ["11-24", "11-26", "11-23", "11-27"], 4),  # both ways
        ("2026-11-24T17:00/2026-11-24T18:00", ["11-25"], 1),
        ("2026-11-24T16:00/2026-11-24T17:00", ["11-25"], 0),
        ("09-30", ["10-08"], 1),  # seven days off in between
    ],
)
def test_adjoining(text: str, others: list[str], found: int) -> None:
    wish = ask(text)
    near = adjoining((wish.begins, wish.ends), map(ask, others), OFFICE)
    assert len(near) == found
    assert adjoining((wish.begins, wish.ends), [ask(each, state=LeaveState.REJECTED) for each in others], OFFICE) == ()


def test_three_and_one_are_four() -> None:
    wish = ask("11-30")
    near = adjoining((wish.begins, wish.ends), [ask("11-25/11-27"), ask("12-01/12-31", "产假")], OFFICE)
    assert len(near) == 2
    assert summed(Fraction(1), near, TYPES, DAY_SHIFT) == 4  # nobody may refuse the birth, so it doesn't count
    hours = ask("11-25", "调休")
    assert in_days(TYPES["调休"], hours.amount, DAY_SHIFT) == 1
    assert summed(Fraction(1, 2), [hours], TYPES, DAY_SHIFT) == Fraction(3, 2)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11-30", None),
        ("11-27", Code.OVERLAP),
        ("12-01", Code.INVALID_RANGE),
        ("11-24", Code.INVALID_RANGE),
    ],
)
def test_prolonging_begins_where_the_other_ends(text: str, code: Code | None) -> None:
    wish = ask(text, number="QJ-8")
    running = replace(STANDING, state=LeaveState.RUNNING)
    if code is None:
        ensure_prolongs((wish.begins, wish.ends), running, OFFICE, NOW.date())
        return
    with pytest.raises(UserError) as refused:
        ensure_prolongs((wish.begins, wish.ends), running, OFFICE, NOW.date())
    assert refused.value.code is code


def test_what_is_off_can_not_be_prolonged() -> None:
    wish = ask("11-30")
    with pytest.raises(UserError) as refused:
        ensure_prolongs((wish.begins, wish.ends), replace(STANDING, state=LeaveState.CANCELLED), OFFICE, NOW.date())
    assert refused.value.code is Code.BAD_STATE


def test_nobody_is_off_twice_at_one_time() -> None:
    wish = ask("11-26/11-30", number="QJ-8")
    ensure_only(wish, [wish, STANDING, replace(STANDING, state=LeaveState.CANCELLED)])  # what waits is in nobody's way
    for state in (LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED):
        with pytest.raises(UserError) as refused:
            ensure_only(wish, [wish, replace(STANDING, state=state)])
        assert refused.value.code is Code.OVERLAP
        assert "已经批准了 QJ-7" in refused.value.sentence
