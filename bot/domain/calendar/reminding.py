"""When somebody has to be reminded that a year's days off aren't there yet: they are arranged each autumn."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.domain.calendar.calendar import Calendar

SINCE: Final = (10, 25)  # month and day: the earliest notice of late came on that day
ESCALATES: Final = (12, 15)  # from here on it is urgent: leaves over the turn of the year are asked for


def missing_year(calendar: Calendar, today: date) -> int | None:
    """The year whose notice should be there by now, None where none is missing."""
    if not calendar.is_published(today.year):
        return today.year
    late = (today.month, today.day) >= SINCE
    return today.year + 1 if late and not calendar.is_published(today.year + 1) else None


def is_urgent(year: int, today: date) -> bool:
    return year <= today.year or (today.month, today.day) >= ESCALATES


def reminder(year: int, today: date, waiting: Iterable[str]) -> str:
    """`waiting`: numbers of the requests by which it was handed in already."""
    if numbers := "、".join(waiting):
        return f"{year}年的放假安排已经导入，还等人核对：{numbers}。请对照原文，同意或驳回。"
    left = f"，离{year}年还有 {(date(year, 1, 1) - today).days} 天" if year > today.year else ""
    return (
        f"请导入放假通知：{year}年的放假安排还没有导入{left}。国务院办公厅公布后，请发 /导入放假，"
        f"后面贴上通知全文和网址。在那之前，{year}年的请假只按法定节假日暂算。"
    )
