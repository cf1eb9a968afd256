"""Who comes back early, or lay ill meanwhile."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.calendar.span import Half, Span
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import LeaveState
from bot.domain.leave.requests.returning import fallen_ill, returned
from bot.domain.leave.requests.states import advanced
from bot.errors import Code, UserError
from tests.domain.calendar.days import d, span
from tests.domain.leave.requests import NOW, OFFICE, TYPES, ask, at

ANNUAL = TYPES["年假"]


@pytest.mark.parametrize(
    ("text", "back", "half", "unused", "ends"),
    [
        ("11-19/11-25", "11-23", None, "3", "11-23 00:00"),
        ("11-19/11-25", "11-25", None, "1", "11-24 18:00"),
        ("11-19/11-25", "11-24", Half.PM, "1.5", "11-24 12:00"),
        ("11-19/11-25", "11-19", None, "5", "11-19 08:30"),
        ("11-19/11-25AM", "11-24", None, "1.5", "11-23 18:00"),
        ("11-19PM/11-25", "11-20", None, "4", "11-19 18:00"),
        ("11-19PM/11-25", "11-19", Half.PM, "4.5", "11-19 13:30"),
        ("11-19T15:00/11-25T18:00", "11-25", None, "1", "11-25 08:30"),
    ],
)
def test_who_is_back_early_has_the_rest_again(text: str, back: str, half: Half | None, unused: str, ends: str) -> None:
    text = "/".join(f"2026-{each}" if "T" in each else each for each in text.split("/"))
    after = returned(ask(text, state=LeaveState.RUNNING), ANNUAL, d(back), OFFICE, NOW, half=half)
    assert (after.unused, after.ends) == (Decimal(unused), at(ends))


def test_back_on_monday_from_a_leave_that_runs_till_wednesday() -> None:
    after = returned(ask("11-19/11-25", state=LeaveState.RUNNING), ANNUAL, d("11-23"), OFFICE, NOW)
    assert (after.unused, after.returned_on) == (Decimal(3), d("11-23"))
    assert advanced(after, at("11-23 00:00")).state is LeaveState.ENDED
    hours = returned(
        ask("2026-11-20T15:00/2026-11-23T18:00", "调休", state=LeaveState.RUNNING),
        TYPES["调休"],
        d("11-23"),
        OFFICE,
        NOW,
    )
    assert hours.unused == 8


def test_what_has_come_back_stays() -> None:
    first = returned(ask("11-19/11-25", state=LeaveState.RUNNING), ANNUAL, d("11-24"), OFFICE, NOW)
    again = returned(replace(first, ends=at("11-25 18:00")), ANNUAL, d("11-25"), OFFICE, NOW)
    assert (first.unused, again.unused) == (Decimal(2), Decimal(2))


def test_back_when_it_ends_is_not_early() -> None:
    with pytest.raises(UserError) as refused:
        returned(ask("11-19/11-25", state=LeaveState.RUNNING), ANNUAL, d("11-26"), OFFICE, NOW)
    assert refused.value.code is Code.INVALID_RANGE
    with pytest.raises(UserError, match="休假中"):
        returned(ask("11-23", state=LeaveState.APPROVED), ANNUAL, d("11-23"), OFFICE, NOW)


def test_an_hour_a_day_ends_early_too() -> None:
    daily = Daily(d("11-16"), d("11-30"), 60, ShiftEdge.END)
    request = replace(ask("11-19/11-30", state=LeaveState.RUNNING), type="哺乳假", when=daily, amount=Decimal(11))
    assert returned(request, TYPES["哺乳假"], d("11-23"), OFFICE, NOW).unused == 6


@pytest.mark.parametrize(
    ("text", "ill", "unused"),
    [
        ("11-16/11-20", "11-17/11-18", "2"),
        ("11-16/11-20", "11-19/11-24", "2"),
        ("11-16PM/11-20", "11-10/11-16", "0.5"),
        ("11-16/11-20AM", "11-20/11-20", "0.5"),
        ("11-16/11-20", "11-18PM/11-19AM", "1"),
        ("11-16/11-20", "11-18PM/11-18PM", "0.5"),
        ("11-16/11-20", "11-01/11-30", "5"),
    ],
)
def test_days_of_illness_come_back(text: str, ill: str, unused: str) -> None:
    note = span(ill)
    assert isinstance(note, Span)
    after = fallen_ill(ask(text, state=LeaveState.ENDED), ANNUAL, note, OFFICE, NOW)
    assert after.unused == Decimal(unused)


def test_illness_beside_a_leave_changes_nothing_in_it() -> None:
    for text, ill, state in (
        ("11-16/11-20", "11-23/11-24", LeaveState.ENDED),
        ("11-16/11-20AM", "11-20PM/11-20PM", LeaveState.ENDED),
        ("11-16/11-20", "11-17/11-18", LeaveState.APPROVED),
    ):
        note = span(ill)
        assert isinstance(note, Span)
        with pytest.raises(UserError):
            fallen_ill(ask(text, state=state), ANNUAL, note, OFFICE, NOW)


def test_days_of_illness_are_not_given_back_again_to_who_returns() -> None:
    ill = span("11-23/11-24")
    assert isinstance(ill, Span)
    before = ask("11-19/11-25", state=LeaveState.RUNNING)
    turned = fallen_ill(before, ANNUAL, ill, OFFICE, NOW)
    after = returned(turned, ANNUAL, d("11-25"), OFFICE, NOW, ill=(ill,))
    assert (turned.unused, after.unused) == (Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("half", "note", "unused"),
    [(None, "11-23/11-25", "3"), (Half.PM, "11-24/11-25", "2"), (Half.PM, "11-24AM/11-24AM", "2")],
)
def test_only_what_was_taken_of_it_can_be_sick_leave(half: Half | None, note: str, unused: str) -> None:
    """Back on Tuesday, or on its afternoon."""
    ill = span(note)
    assert isinstance(ill, Span)
    early = returned(ask("11-19/11-25", state=LeaveState.RUNNING), ANNUAL, d("11-24"), OFFICE, NOW, half=half)
    assert fallen_ill(early, ANNUAL, ill, OFFICE, NOW).unused == Decimal(unused)


def test_who_never_went_was_not_ill_on_leave() -> None:
    ill = span("11-23/11-24")
    assert isinstance(ill, Span)
    never = returned(ask("11-19/11-25", state=LeaveState.RUNNING), ANNUAL, d("11-19"), OFFICE, NOW)
    with pytest.raises(UserError):
        fallen_ill(never, ANNUAL, ill, OFFICE, NOW)


def test_a_second_return_is_told_of_the_first() -> None:
    first = returned(ask("11-19/11-26", state=LeaveState.RUNNING), ANNUAL, d("11-24"), OFFICE, NOW)
    with pytest.raises(UserError, match="已经销过假，11月24日"):
        returned(first, ANNUAL, d("11-25"), OFFICE, NOW)


def test_who_is_back_today_by_the_clock_was_away_until_now() -> None:
    hours = ask("2026-11-23T14:00/2026-11-23T18:00", "调休", state=LeaveState.RUNNING)
    after = returned(hours, TYPES["调休"], d("11-23"), OFFICE, at("11-23 15:20"))
    assert (after.unused, after.ends, after.state) == (Decimal("2.5"), at("11-23 15:20"), LeaveState.ENDED)
