"""A question a day, for who wants it: how many working days in a row it was answered."""

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.calendar.calendar import Calendar
from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Habit:
    """`last_day`: when he answered last."""

    user: UserId
    wanted: bool = False
    streak: int = 0
    best: int = 0
    last_day: date | None = None


def answered(habit: Habit, today: date, calendar: Calendar) -> Habit:
    """A day of rest breaks nothing, and counts if he answers on it."""
    if habit.last_day == today:
        return habit
    goes_on = habit.last_day is not None and habit.last_day >= calendar.previous_workday(today)
    streak = habit.streak + 1 if goes_on else 1
    return replace(habit, streak=streak, best=max(streak, habit.best), last_day=today)
