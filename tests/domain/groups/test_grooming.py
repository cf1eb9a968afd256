"""The round follows the calendar, holidays and exchanged days included."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.approvals.pace import Pace
from bot.domain.groups.grooming import Grooming

PACE, RULES = Pace(), Grooming()
OPENED = datetime(2026, 12, 1, 9, 15, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_it_begins_on_the_first_working_day() -> None:
    days = [day for day in range(1, 13) if RULES.begins_on(date(2027, 1, day), PACE.calendar)]
    assert days == [4]
    assert replace(RULES, workday=3).begins_on(date(2027, 1, 6), PACE.calendar)
    assert not replace(RULES, active=False).begins_on(date(2027, 1, 4), PACE.calendar)


def test_it_is_due_at_the_end_of_the_fifth_working_day() -> None:
    due = RULES.due_at(OPENED, PACE)
    assert (due.date(), due.hour, due.tzinfo) == (date(2026, 12, 8), 18, OPENED.tzinfo)


def test_a_reminder_goes_a_working_day_before() -> None:
    assert RULES.reminds_on(date(2026, 12, 7), PACE.calendar) == date(2026, 12, 4)
    assert replace(RULES, remind_before=0).reminds_on(date(2026, 12, 7), PACE.calendar) == date(2026, 12, 7)
