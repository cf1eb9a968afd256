"""Thirty days, seven, sixty: counted from the event, and told of on a working day."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.deadlines import due, injury_end, investigation_end, last_end, window_end
from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel
from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.accidents.statements import Filing, Topic
from tests.domain.calendar.days import d
from tests.domain.safety.accidents.cases import NOW, case

RULES, CALENDAR = AccidentRules(), Calendar()
FIRE = case(kind=AccidentKind.FIRE)


def waiting(told: Case) -> dict[str, datetime]:
    """Without what stands behind the colon."""
    return {kind.partition(":")[0]: at for kind, at in due(told, RULES, CALENDAR).items()}


def reported(at: datetime, told: Case) -> Case:
    return replace(told, accident=replace(told.accident, reported_at=at))


def test_the_ends_of_the_windows() -> None:
    assert window_end(FIRE) == d("2026-11-29")
    assert window_end(case()) == d("2026-12-22")
    assert investigation_end(case()) == d("2027-01-21")
    assert injury_end(case()) == d("2026-12-22")


def test_they_run_from_the_event_not_from_the_report() -> None:
    assert window_end(case((Topic.WHEN, "2026-11-20T23:50:00+08:00"))) == d("2026-12-20")


def test_the_clock_rings_at_its_minutes_until_it_was_reported() -> None:
    rings = {kind: at - NOW for kind, at in waiting(FIRE).items() if kind.startswith("hour")}
    assert rings == {f"hour-{each}": timedelta(minutes=each) for each in (30, 45, 55, 60)}
    filed = case((Topic.FILED, Filing(NOW, "应急管理局", "李").written()), kind=AccidentKind.FIRE)
    assert not {kind for kind in waiting(filed) if kind.startswith("hour")}


def test_days_are_told_of_on_a_working_day_at_nine() -> None:
    friday = datetime(2026, 11, 27, 9, tzinfo=NOW.tzinfo)
    assert waiting(FIRE)["window-0"] == waiting(FIRE)["window-2"] == friday  # its last day is a Sunday
    assert waiting(FIRE)["investigation-0"] == datetime(2027, 1, 21, 9, tzinfo=NOW.tzinfo)


def test_before_the_spring_festival_not_within_it() -> None:
    told = reported(datetime(2026, 1, 18, 8, tzinfo=NOW.tzinfo), case(level=CompanyLevel.MINOR, injured=1))
    assert injury_end(told) == d("2026-02-17")
    assert waiting(told)["injury-1"] == datetime(2026, 2, 14, 9, tzinfo=NOW.tzinfo)  # a worked Saturday


def test_what_happens_within_the_festival_is_told_of_within_it() -> None:
    """A fire on the first day of nine of rest: its seven days end before anybody is back."""
    told = reported(datetime(2026, 2, 15, 14, tzinfo=NOW.tzinfo), FIRE)
    assert [waiting(told)[f"window-{lead}"].day for lead in (2, 0)] == [20, 22]


def test_each_deadline_only_where_it_is_one() -> None:
    minor = case(level=CompanyLevel.MINOR, injured=1)
    assert set(waiting(minor)) == {"injury-20", "injury-7", "injury-1"}
    assert not due(case((Topic.INJURY_FILED, "2026-11-30"), level=CompanyLevel.MINOR), RULES, CALENDAR)
    assert "investigation-7" not in due(case((Topic.CONCLUSION, "联锁被短接"), kind=AccidentKind.FIRE), RULES, CALENDAR)
    assert not due(case((Topic.CLOSED, "是"), kind=AccidentKind.FIRE), RULES, CALENDAR)


def test_a_reminder_that_moved_is_another_one() -> None:
    told = case((Topic.WHEN, "2026-11-20T23:50:00+08:00"))
    moved = case((Topic.WHEN, "2026-11-21T23:50:00+08:00"))
    graver = [(Topic.DEATHS, "1")]
    assert "window-0:2026-12-20" in due(Case(told.accident, (*told.said, *case(*graver).said)), RULES, CALENDAR)
    assert "window-0:2026-12-21" in due(Case(moved.accident, (*moved.said, *case(*graver).said)), RULES, CALENDAR)


def test_an_investigation_may_take_longer() -> None:
    longer = case((Topic.INQUIRY_UNTIL, "2027-02-20"), kind=AccidentKind.FIRE)
    assert investigation_end(longer) == d("2027-02-20")
    assert last_end(longer) == d("2027-03-22")
    assert "investigation-7:2027-02-20" in due(longer, RULES, CALENDAR)
