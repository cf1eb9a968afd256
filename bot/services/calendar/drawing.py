"""Months of the calendar as a picture."""

from datetime import date, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar, last_of_month
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.statutory import PARTIAL_DAYS
from bot.pictures.months import Cell, Look, Month, months_picture

PROVISIONAL: Final = "放假安排未公布，只有法定节假日是定的"
_LOOKS: Final = {
    DayKind.WORK: Look.WORKED,
    DayKind.WEEKEND: Look.REST,
    DayKind.ADJUSTED_WORK: Look.EXCHANGED,
    DayKind.ADJUSTED_REST: Look.OFF,
    DayKind.STATUTORY: Look.STATUTORY,
    DayKind.PARTIAL: Look.PARTIAL,
    DayKind.COMPANY: Look.COMPANY,
}


def drawn_year(calendar: Calendar, year: int) -> str:
    """SVG of its twelve months."""
    months = [_month(calendar, year, month, f"{month}月") for month in range(1, 13)]
    return months_picture(f"{year}年放假安排", months, note=_note(calendar, year))


def drawn_month(calendar: Calendar, year: int, month: int) -> str:
    return months_picture(f"{year}年{month}月", [_month(calendar, year, month)], note=_note(calendar, year))


def _note(calendar: Calendar, year: int) -> str:
    return "" if calendar.is_published(year) else PROVISIONAL


def _month(calendar: Calendar, year: int, month: int, title: str = "") -> Month:
    first = date(year, month, 1)
    days = [first + timedelta(days=number) for number in range(last_of_month(year, month).day)]
    return Month(title, first.weekday(), tuple(_cell(calendar, each) for each in days))


def _cell(calendar: Calendar, when: date) -> Cell:
    kind, name = calendar.kind(when), calendar.name(when) or calendar.worked_for(when) or ""
    if calendar.half_off(when):
        return Cell(Look.HALF, name)
    if kind is DayKind.WEEKEND and (when.month, when.day) in PARTIAL_DAYS:
        return Cell(Look.REST)
    return Cell(Look.OFF if kind is DayKind.WEEKEND and name else _LOOKS[kind], name)
