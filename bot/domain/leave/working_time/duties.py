"""Rosters: who works when in a month, as whoever plans it has written it; the public calendar has no say there."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from bot.domain.calendar.calendar import last_of_month
from bot.domain.calendar.shift import Shift, read_shift

REST: Final = "-"  # a day off
UNSAID: Final = ""  # the roster doesn't say
_BETWEEN: Final = ";"

Months = Mapping[date, str]  # first of the month -> its cells, as `packed`


def packed(cells: Sequence[str]) -> str:
    """A month's days in a line: hours as 20:00-08:00, REST or UNSAID. Whoever works alike shares the line."""
    return _BETWEEN.join(cells)


def unpacked(cells: str) -> list[str]:
    return cells.split(_BETWEEN)


def empty_month(first: date) -> list[str]:
    return [UNSAID] * last_of_month(first.year, first.month).day


def merged(before: str | None, after: Sequence[str]) -> str:
    """What is said anew takes the place of what was said; what is left open stays."""
    old = unpacked(before) if before else [UNSAID] * len(after)
    return packed([new or was for new, was in zip(after, old, strict=True)])


def roster(months: Months) -> dict[date, Shift | None]:
    """Each day that is said -> its shift, None for a day off."""
    return dict(_days(months))


def _days(months: Months) -> Iterator[tuple[date, Shift | None]]:
    for first, cells in months.items():
        for number, cell in enumerate(unpacked(cells)):
            if cell:
                yield first + timedelta(days=number), None if cell == REST else _shift(cell)


@cache
def _shift(hours: str) -> Shift:
    return read_shift(hours, rostered=True)
