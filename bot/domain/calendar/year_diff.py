"""What a year's table changes: the days that are worked now and weren't, and the other way round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.year_table import YearTable
from bot.domain.dates import days_seen

MOST: Final = 12  # stretches that are listed


@dataclass(frozen=True, slots=True)
class YearDiff:
    """`off`: worked before, off now. `worked`: off before, worked now. In order."""

    off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()

    def said(self, today: date) -> Iterator[str]:
        """A line for each of the two that there are."""
        if self.off:
            yield f"改为放假 {len(self.off)} 天：{_listed(self.off, today)}。"
        if self.worked:
            yield f"改为上班 {len(self.worked)} 天：{_listed(self.worked, today)}。"


def reach(table: YearTable) -> tuple[date, date]:
    """The first and last day that a table says something of; its whole year at least."""
    days = [date(table.year, 1, 1), date(table.year, 12, 31), *table.off, *table.work]
    return min(days), max(days)


def year_diff(before: Calendar, table: YearTable) -> YearDiff:
    after, (first, last) = before.with_year(table), reach(table)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    changed = [each for each in days if before.is_workday(each) != after.is_workday(each)]
    return YearDiff(
        tuple(each for each in changed if before.is_workday(each)),
        tuple(each for each in changed if after.is_workday(each)),
    )


def _listed(days: Sequence[date], today: date) -> str:
    stretches = list(_stretches(days))
    said = [days_seen(first, last, today) for first, last in stretches[:MOST]]
    return "、".join(said) + ("等" if len(stretches) > MOST else "")


def _stretches(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    for _, group in groupby(enumerate(days), lambda item: item[1] - timedelta(days=item[0])):
        stretch = [each for _, each in group]
        yield stretch[0], stretch[-1]
