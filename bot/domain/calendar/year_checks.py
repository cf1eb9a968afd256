"""What a year's table must be whoever wrote it, and what people should look at twice before they take it on."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from bot.domain.calendar.statutory import HOLIDAYS, holiday_days, statutory_days
from bot.domain.calendar.year_table import UnreadableYear, YearTable
from bot.domain.dates import day, full_day
from bot.domain.wording import shown
from bot.patterns import regex

AROUND: Final = timedelta(days=31)  # from a year's first or last day: its table reaches no farther
LONGEST: Final = 10  # days off in a row, weekends that aren't named left out
_OFFICIAL: Final = regex(r"https?://(?:[\w-]+\.)*gov\.cn(?:[:/]|$)")
_ADDRESS: Final = regex(r"https?://\S{3,300}")
_NAME: Final = regex("[\u4e00-\u9fff、]{1,30}")
IN_A_ROW: Final = 6  # days of work around a holiday, "normally" (全国年节及纪念日放假办法 art. 7)


def checked(table: YearTable) -> YearTable:
    """As it is. Raises UnreadableYear where it can't be right."""
    _check_bounds(table)
    missing = [when for when in statutory_days(table.year) if when not in table.off]
    if missing:
        raise UnreadableYear(f"{day(missing[0])}是法定节假日，原文里却没有放假。请核对是不是漏了一段。")
    if wrong := [when for when in table.work if when.weekday() < 5 or when in table.off]:
        raise UnreadableYear(f"{day(wrong[0])}写成了调休上班，但它不是休息日。请核对原文。")
    if long := next((run for run in _runs(table) if len(run) > LONGEST), None):
        raise UnreadableYear(f"从 {day(long[0])}起连放 {len(long)} 天，太长了。请核对原文。")
    _check_words(table)
    return table


def doubts(table: YearTable) -> tuple[str, ...]:
    """What is unusual in it, as sentences: no reason to refuse it, since a decree may say so."""
    return tuple(_doubts(table))


def _doubts(table: YearTable) -> Iterator[str]:
    if not all(_OFFICIAL.match(paper) for paper in table.papers):
        yield "网址不在 gov.cn，请核对是不是国务院办公厅的原文。"
    off = sum(when.weekday() < 5 for when in table.off)
    lawful = sum(len(holiday_days(name, table.year)) for name in HOLIDAYS)
    due = lawful + len(table.work)
    if off != due:
        yield f"工作日里放假 {off} 天，按法定 {lawful} 天加调休上班 {len(table.work)} 天应是 {due} 天。"
    if worked := next((when for when in sorted(table.work) if _days_of_work_around(when, table) > IN_A_ROW), None):
        yield f"{day(worked)}前后要连续上班 {_days_of_work_around(worked, table)} 天，一般不超过 {IN_A_ROW} 天。"


def _check_bounds(table: YearTable) -> None:
    first, last = date(table.year, 1, 1) - AROUND, date(table.year, 12, 31) + AROUND
    if outside := [when for when in (*table.off, *table.work) if not first <= when <= last]:
        raise UnreadableYear(f"{full_day(outside[0])}不在{table.year}年前后。请核对年份。")


def _check_words(table: YearTable) -> None:
    """Everybody will read the names, and two people the address."""
    if wrong := [paper for paper in table.papers if not _ADDRESS.fullmatch(paper)]:
        raise UnreadableYear(f"「{shown(wrong[0])}」不是网址。请写通知的网址，https:// 开头。")
    if names := [name for name in (*table.off.values(), *table.work.values()) if not _NAME.fullmatch(name)]:
        raise UnreadableYear(f"「{shown(names[0])}」不像节日的名称。请核对原文。")


def _runs(table: YearTable) -> Iterator[list[date]]:
    """Days off that follow each other."""
    days = sorted(table.off)
    for _, group in groupby(enumerate(days), lambda item: item[1] - timedelta(days=item[0])):
        yield [when for _, when in group]


def _days_of_work_around(when: date, table: YearTable) -> int:
    def worked(each: date) -> bool:
        return each in table.work or (each.weekday() < 5 and each not in table.off)

    first = last = when
    while worked(first - timedelta(days=1)):
        first -= timedelta(days=1)
    while worked(last + timedelta(days=1)):
        last += timedelta(days=1)
    return (last - first).days + 1
