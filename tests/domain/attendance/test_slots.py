"""When a punch is due, and which can be put right."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import due_at, ensure_fixable, last_due
from bot.domain.calendar.shift import DAY_SHIFT, Shift
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError

ZONE = ZoneInfo("Asia/Shanghai")
FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)
NIGHT = Shift(time(22), time(6), rostered=True)
NOW = datetime(2026, 11, 20, 12, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("slot", "shift", "at"),
    [
        (Slot.AM_IN, DAY_SHIFT, "2026-11-20T08:30"),
        (Slot.AM_OUT, DAY_SHIFT, "2026-11-20T12:00"),
        (Slot.PM_IN, DAY_SHIFT, "2026-11-20T13:30"),
        (Slot.PM_OUT, DAY_SHIFT, "2026-11-20T18:00"),
        (Slot.AM_IN, NIGHT, "2026-11-20T22:00"),
        (Slot.PM_OUT, NIGHT, "2026-11-21T06:00"),
    ],
)
def test_a_shift_over_midnight_belongs_to_its_first_day(slot: Slot, shift: Shift, at: str) -> None:
    assert f"{due_at(slot, shift, FRIDAY, ZONE):%Y-%m-%dT%H:%M}" == at


@pytest.mark.parametrize(
    ("on", "slot", "code"),
    [
        (date(2026, 11, 21), None, Code.FUTURE_DATE),
        (FRIDAY, Slot.PM_OUT, Code.FUTURE_DATE),
        (date(2026, 9, 18), Slot.AM_IN, Code.PAST_DATE),
    ],
)
def test_what_cannot_be_put_right(on: date, slot: Slot | None, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_fixable(on, slot, Schedule(), NOW)
    assert refused.value.code is code


def test_what_can() -> None:
    ensure_fixable(FRIDAY, Slot.AM_IN, Schedule(), NOW)
    ensure_fixable(date(2026, 9, 19), Slot.PM_OUT, Schedule(), NOW)


def test_the_last_that_was_due() -> None:
    assert last_due(Slot.AM_IN, Schedule(), NOW) == FRIDAY
    assert last_due(Slot.PM_OUT, Schedule(), NOW) == date(2026, 11, 19)
    assert last_due(Slot.AM_IN, Schedule(), datetime(2026, 11, 22, 9, tzinfo=ZONE)) == FRIDAY
    assert last_due(Slot.AM_IN, Schedule(shift=NIGHT), NOW) == date(2026, 11, 19)
