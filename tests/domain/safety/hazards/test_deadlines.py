"""What falls due for a hazard, and at which minute."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.hazards.deadlines import Due, days_over, due_times, kind_of
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, HazardState, Plan
from bot.identifiers import UserId

CHINA = timezone(timedelta(hours=8))
CALENDAR = Calendar()
FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=CHINA)


MONDAY = at("2026-11-23T10:00")
REPORTED = Hazard("YH-1", FACTS, MONDAY)
FIXING = replace(
    REPORTED,
    state=HazardState.FIXING,
    grade=Grade.GENERAL,
    graded_at=MONDAY,
    plan=Plan(UserId("wangqiang"), due=date(2026, 11, 27)),
)
MAJOR = replace(FIXING, grade=Grade.MAJOR)


def due(hazard: Hazard, now: datetime, **how: bool) -> dict[str, str]:
    return {kind: f"{moment:%m-%d %H:%M}" for kind, moment in due_times(hazard, CALENDAR, now, **how).items()}


def test_what_nobody_has_is_asked_about_after_half_an_hour() -> None:
    assert due(REPORTED, MONDAY) == {
        "assign": "11-23 10:30",
        "assign-late": "11-23 11:00",
        "unassigned:2026-11-24": "11-24 09:00",
    }


@pytest.mark.parametrize(
    ("reported", "first", "second", "daily"),
    [
        ("2026-11-23T20:45", "11-24 09:00", "11-24 09:30", "11-25 09:00"),
        ("2026-11-22T10:00", "11-23 09:00", "11-23 09:30", "11-24 09:00"),
        ("2026-02-14T20:40", "02-24 09:00", "02-24 09:30", "02-25 09:00"),
    ],
    ids=["evening", "Sunday", "the eve of the Spring Festival's days off"],
)
def test_in_hours_of_rest_it_waits(reported: str, first: str, second: str, daily: str) -> None:
    found = list(due(replace(REPORTED, reported_at=at(reported)), at(reported)).values())
    assert found == [first, second, daily]


def test_a_major_one_waits_for_nobodys_rest() -> None:
    night = at("2026-02-14T23:50")
    found = due(replace(MAJOR, state=HazardState.GRADED, reported_at=night, graded_at=night, plan=Plan()), night)
    assert found == {
        "assign": "02-15 00:20",
        "assign-late": "02-15 00:50",
        "unassigned:2026-02-15": "02-15 09:00",
        "stop:2026-02-14T23:50": "02-15 00:20",
        "stop-late:2026-02-14T23:50": "02-15 00:50",
        "file:2026-02-15": "02-15 09:00",
    }


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-23T10:01", {"tomorrow:2026-11-27": "11-26 09:00", "overdue:2026-11-30": "11-30 09:00"}),
        ("2026-11-26T09:00", {"overdue:2026-11-30": "11-30 09:00"}),
        ("2026-11-30T09:00", {"overdue:2026-12-01": "12-01 09:00"}),
        ("2026-12-04T10:00", {"overdue:2026-12-07": "12-07 09:00"}),
    ],
)
def test_who_fixes_is_reminded_on_days_of_work(now: str, expected: dict[str, str]) -> None:
    assert due(FIXING, at(now)) == expected


def test_over_the_spring_festival_nobody_is_reminded_but_of_a_major_one() -> None:
    plan = Plan(UserId("wangqiang"), due=date(2026, 2, 14))
    assert due(replace(FIXING, plan=plan), at("2026-02-14T12:00")) == {"overdue:2026-02-24": "02-24 09:00"}
    found = due(replace(MAJOR, plan=plan), at("2026-02-14T12:00"), decided=True, filed=True)
    assert found["overdue:2026-02-15"] == "02-15 09:00"


def test_a_major_one_is_asked_about_every_day() -> None:
    found = due(MAJOR, at("2026-11-28T17:00"), decided=True, filed=True)
    assert found == {
        "overdue:2026-11-29": "11-29 09:00",
        "daily:2026-11-29": "11-29 16:30",
        "daily-missed:2026-11-28": "11-28 18:30",
    }


@pytest.mark.parametrize(
    ("today", "general", "major"),
    [("2026-02-14", 0, 0), ("2026-02-20", 0, 6), ("2026-02-24", 1, 10), ("2026-02-26", 3, 12)],
)
def test_days_off_are_not_held_against_who_fixes(today: str, general: int, major: int) -> None:
    plan = Plan(UserId("wangqiang"), due=date(2026, 2, 14))
    day = date.fromisoformat(today)
    assert days_over(replace(FIXING, plan=plan), CALENDAR, day) == general
    assert days_over(replace(MAJOR, plan=plan), CALENDAR, day) == major


def test_what_waits_to_be_verified_is_not_the_owners() -> None:
    waiting = replace(FIXING, state=HazardState.TO_VERIFY, asked_at=MONDAY)
    assert due(waiting, MONDAY) == {"verify:2026-11-24": "11-24 09:00"}


def test_a_closed_one_is_looked_at_once_more() -> None:
    closed = replace(MAJOR, state=HazardState.CLOSED, closed_at=at("2026-11-27T15:00"))
    assert due(closed, at("2026-11-27T15:00")) == {"look-back:2026-12-27": "12-28 09:00"}
    for over in (HazardState.UNFOUNDED, HazardState.MERGED, HazardState.WITHDRAWN, HazardState.TURNED):
        assert not due(replace(MAJOR, state=over), MONDAY)


def test_who_has_it_is_asked_to_say_so() -> None:
    given = replace(FIXING, state=HazardState.ASSIGNED)
    assert due(given, MONDAY)["accept:2026-11-24"] == "11-24 09:00"
    assert "accept:2026-11-30" not in due(given, at("2026-11-28T10:00"))


def test_one_that_came_back_is_asked_about_in_the_morning() -> None:
    assert due(replace(REPORTED, state=HazardState.GRADED, reopened=1), at("2026-12-24T10:00")) == {
        "unassigned:2026-12-25": "12-25 09:00"
    }


def test_a_kind_says_what_it_is() -> None:
    assert kind_of("overdue:2026-11-30") is Due.OVERDUE
