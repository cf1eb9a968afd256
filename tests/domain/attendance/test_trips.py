"""What can be filed as work away."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.trips import Away, AwayWhen, Trip, ensure_free, ensure_possible
from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError
from bot.identifiers import UserId

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
NIGHT = Schedule(shift=Shift(time(22), time(6), rostered=True))


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("kind", "when", "code"),
    [
        (Away.TRIP, Span(date(2026, 11, 14), date(2026, 11, 24)), Code.PAST_DATE),
        (Away.TRIP, Span(date(2026, 12, 1), date(2027, 5, 31)), Code.LIMIT),
        (Away.OUTING, Span(date(2026, 11, 24), date(2026, 11, 25)), Code.INVALID_RANGE),
        (Away.OUTING, TimeSpan(at(24, 15), at(25, 15)), Code.INVALID_RANGE),
    ],
)
def test_what_cannot_be_filed(kind: Away, when: AwayWhen, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_possible(kind, when, Schedule(), NOW)
    assert refused.value.code is code


def test_a_night_is_one_day() -> None:
    ensure_possible(Away.OUTING, TimeSpan(at(24, 22), at(25, 6)), NIGHT, NOW)
    ensure_possible(Away.TRIP, Span(date(2026, 11, 15), date(2026, 11, 15)), Schedule(), NOW)


def test_only_what_stands_takes_time() -> None:
    half = Span(date(2026, 11, 24), date(2026, 11, 24), Half.PM, Half.PM)
    other = Trip("RQ-1", UserId("a"), Away.OUTING, "", half, at(24, 13), at(24, 18), NOW)
    gone = Trip("RQ-2", UserId("a"), Away.OUTING, "", half, at(24, 8), at(24, 12), NOW, Filed.CANCELLED)
    ensure_free(at(24, 8), at(24, 13), [other, gone], NOW.date())
    with pytest.raises(UserError) as refused:
        ensure_free(at(24, 8), at(24, 14), [other, gone], NOW.date())
    assert refused.value.code is Code.OVERLAP
    assert "RQ-1 外出 11月24日(周二)下午（待审批）" in refused.value.sentence
