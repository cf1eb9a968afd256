"""Leaves as events of a calendar."""

from dataclasses import replace
from datetime import time

from bot.domain.calendar.shift import Shift
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import Schedule
from bot.files.ics import Event
from bot.services.leave.seeing.calendars import events_of
from tests.domain.calendar.days import d
from tests.domain.leave.requests import OFFICE, ask, at

NIGHT = Schedule(shift=Shift(time(22), time(6), rostered=True))


def agreed(text: str, on: Schedule = OFFICE) -> LeaveRequest:
    return ask(text, state=LeaveState.APPROVED, on=on)


def events(*leaves: LeaveRequest, on: Schedule = OFFICE, name: str = "") -> list[Event]:
    return list(events_of(leaves, on, name))


def test_whole_days_are_days_and_the_rest_is_hours() -> None:
    assert events(agreed("11-25/11-27")) == [Event("QJ-1@qunwu", 1, d("11-25"), d("11-27"), "年假")]
    (half,) = events(agreed("11-25PM"))
    assert (half.start, half.end) == (at("11-25 13:30"), at("11-25 18:00"))
    (mixed,) = events(agreed("11-25PM/11-27"))
    assert (mixed.start, mixed.end) == (at("11-25 13:30"), at("11-27 18:00"))
    (hours,) = events(agreed("2026-11-25T15:00/2026-11-25T17:00"), name="张三 不在")
    assert (hours.start, hours.end, hours.summary) == (at("11-25 15:00"), at("11-25 17:00"), "张三 不在")


def test_a_night_is_the_day_it_begins_on() -> None:
    (night,) = events(agreed("11-25", NIGHT), on=NIGHT)
    assert (night.start, night.end) == (d("11-25"), d("11-25"))


def test_what_nobody_agreed_to_is_none_and_what_was_called_off_goes() -> None:
    assert events(ask("11-25"), ask("11-25", state=LeaveState.REJECTED)) == []
    (gone,) = events(replace(agreed("11-25"), state=LeaveState.CANCELLED, version=3))
    assert (gone.uid, gone.sequence, gone.cancelled) == ("QJ-1@qunwu", 3, True)


def test_who_came_back_early_is_away_until_then() -> None:
    leave = replace(agreed("11-23/11-27"), state=LeaveState.ENDED)
    (days,) = events(replace(leave, returned_on=d("11-25"), ends=at("11-24 18:00")))
    assert (days.start, days.end) == (d("11-23"), d("11-24"))
    (noon,) = events(replace(leave, returned_on=d("11-25"), ends=at("11-25 12:00")))
    assert (noon.start, noon.end) == (at("11-23 08:30"), at("11-25 12:00"))
    (never,) = events(replace(leave, returned_on=d("11-23"), ends=leave.begins))
    assert never.cancelled


def test_an_hour_a_day_is_an_event_a_day() -> None:
    when = Daily(d("11-26"), d("11-30"), 60, ShiftEdge.END)
    nursing = replace(agreed("11-26"), when=when, ends=at("11-27 18:00"), provisional=True)
    found = events(nursing)
    assert [each.uid for each in found] == [f"QJ-1-202611{day}@qunwu" for day in (26, 27, 30)]
    assert [each.cancelled for each in found] == [False, False, True]
    assert found[0].start == at("11-26 17:00")
    assert found[0].tentative
