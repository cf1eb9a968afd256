"""Months and years after a day. Who began on 29 February has his anniversary on the 28th in other years."""

from datetime import date

from bot.domain.calendar.calendar import last_of_month


def months_after(start: date, months: int) -> date:
    """The same day of a later month, or its last where there is no such day."""
    years, month = divmod(start.month - 1 + months, 12)
    last = last_of_month(start.year + years, month + 1)
    return last.replace(day=min(start.day, last.day))


def years_after(start: date, years: int) -> date:
    return months_after(start, 12 * years)


def full_years(start: date, on: date) -> int:
    """How many years have passed on that day; on the anniversary itself the year is full. Never below 0."""
    years = on.year - start.year
    return max(0, years - (years_after(start, years) > on))
