"""Whose punches are missing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attendance.punching import Absence, Stamp, Worked, missing, over_by
from bot.domain.attendance.rules import AttendanceRules
from bot.domain.attendance.slot import Slot
from bot.domain.calendar.own_days import Own, OwnDay, with_own
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.domain.calendar.span import Half
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
ZONE = ZoneInfo("Asia/Shanghai")
A = UserId("a")
MONDAY = date(2026, 11, 23)
DAY = Worked(A, MONDAY, DAY_SHIFT)
NIGHT = Worked(A, MONDAY, Shift(time(22), time(6), rostered=True))
FOUR = AttendanceRules(tuple(Slot))
HABIT = Stamp(A, datetime(2026, 11, 20, 8, 25, tzinfo=ZONE), comes_in=True)


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{written}").replace(tzinfo=ZONE)


def came(written: str) -> Stamp:
    return Stamp(A, at(written), comes_in=True)


def went(written: str) -> Stamp:
    return Stamp(A, at(written), comes_in=False)


@pytest.mark.parametrize(
    ("stamps", "absences", "lacking"),
    [
        ([came("23T08:20"), went("23T18:01")], [], ()),
        ([came("23T08:20")], [], (Slot.PM_OUT,)),
        ([came("23T11:20"), went("23T15:00")], [], ()),  # late and early, but there
        ([went("23T18:05")], [], (Slot.AM_IN,)),
        ([], [], (Slot.AM_IN, Slot.PM_OUT)),
        ([], [(at("23T08:30"), at("23T18:00"))], ()),
        ([came("23T08:20")], [(at("23T13:30"), at("23T18:00"))], ()),
        ([], [(at("23T13:30"), at("23T18:00"))], (Slot.AM_IN,)),
        ([Stamp(A, at("23T17:00"), comes_in=None), came("23T08:20")], [], ()),  # punched out at a customer's
        ([came("22T08:20"), went("22T18:20")], [], (Slot.AM_IN, Slot.PM_OUT)),  # the day before is no help
    ],
)
def test_twice_a_day(stamps: list[Stamp], absences: list[Absence], lacking: tuple[Slot, ...]) -> None:
    assert missing(DAY, [HABIT, *stamps], absences, AttendanceRules(), at("23T20:00")) == lacking


def test_the_half_that_the_company_gives_off_wants_no_punch() -> None:
    afternoon, morning = replace(DAY, off=Half.PM), replace(DAY, off=Half.AM)
    assert missing(afternoon, [HABIT, came("23T08:20")], [], AttendanceRules(), at("23T20:00")) == ()
    assert missing(afternoon, [HABIT], [], AttendanceRules(), at("23T20:00")) == (Slot.AM_IN,)
    assert missing(morning, [HABIT], [], AttendanceRules(), at("23T20:00")) == (Slot.PM_OUT,)
    given = with_own(COMPANY.pace.calendar, [OwnDay(MONDAY, Own.AFTERNOON_OFF)])
    found = {each.user: each.off for each in over_by(COMPANY.with_calendar(given), at("23T20:00"))}
    assert found[UserId("zhangsan")] is Half.PM


def test_four_times_a_day() -> None:
    stamps = [came("23T08:20"), went("23T12:03"), went("23T18:02")]
    assert missing(DAY, stamps, [], FOUR, at("23T20:00")) == (Slot.PM_IN,)


def test_a_night_over_midnight() -> None:
    assert missing(NIGHT, [came("23T21:50"), went("24T06:05")], [], AttendanceRules(), at("24T08:00")) == ()
    assert missing(NIGHT, [came("23T21:50")], [], AttendanceRules(), at("24T08:00")) == (Slot.PM_OUT,)


def test_who_never_punches_is_left_alone() -> None:
    assert missing(DAY, [], [], AttendanceRules(), at("23T20:00")) == ()


def test_a_shift_is_over_after_its_time_of_grace_and_for_some_hours() -> None:
    def users(moment: str) -> set[UserId]:
        return {each.user for each in over_by(COMPANY, at(moment))}

    assert not users("23T19:59")
    assert UserId("zhangsan") in users("23T20:00")
    assert UserId("zhangsan") in users("23T22:59")
    assert not users("23T23:00")
    assert not users("22T20:00")  # Sunday
    assert users("24T08:00") == {UserId("abdulla")}  # whose night ended at six


def test_another_time_of_grace() -> None:
    company = replace(COMPANY, attendance=AttendanceRules(grace=timedelta(hours=1)))
    assert {each.on for each in over_by(company, at("23T19:00"))} == {MONDAY}
