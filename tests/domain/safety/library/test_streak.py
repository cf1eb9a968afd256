from datetime import date

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.library.streak import Habit, answered
from bot.identifiers import UserId

CALENDAR = Calendar()


def test_days_in_a_row_are_working_days() -> None:
    habit = Habit(UserId("zhangsan"))
    for day in (20, 23, 24):  # Friday, Monday, Tuesday
        habit = answered(habit, date(2026, 11, day), CALENDAR)
    assert (habit.streak, habit.best) == (3, 3)
    assert answered(habit, date(2026, 11, 24), CALENDAR) == habit
    missed = answered(habit, date(2026, 11, 26), CALENDAR)
    assert (missed.streak, missed.best) == (1, 3)
