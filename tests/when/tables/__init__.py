"""Tables of phrases: a line is `text => expected`, `@ 2026-11-22T10:00` says from when on it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.calendar.calendar import Calendar
from bot.when.results.duration import Duration
from bot.when.results.outcomes import Ambiguous, Impossible, Taken, Vague

SHANGHAI = ZoneInfo("Asia/Shanghai")
SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=SHANGHAI)
CALENDAR = Calendar()
_ARROWS = (" => ", " =< ", " =@ ")


@dataclass(frozen=True)
class Row:
    """`way` is `=>`, or another arrow that the table explains. `rest` is None where the table doesn't say."""

    text: str
    expected: str
    rest: str | None
    way: str
    now: datetime

    def __str__(self) -> str:
        return f"{self.text} ({self.now:%a %m-%d})"


def rows(name: str) -> list[Row]:
    return list(_rows((Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")))


def lines(name: str) -> list[str]:
    """Of a table without arrows."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words(name: str) -> list[str]:
    """Of a table that is a heap of words."""
    return [word for line in lines(name) for word in line.split(" ")]


def _rows(text: str) -> Iterator[Row]:
    now = SUNDAY
    for line in text.splitlines():
        if line.startswith("@ "):
            now = datetime.fromisoformat(line.split()[1]).replace(tzinfo=SHANGHAI)
        elif line and not line.startswith("#"):
            arrow = next(each for each in _ARROWS if each in line)
            said, _, expected = line.partition(arrow)
            rest = expected[:-1].partition(" [")[2] if expected.endswith("]") else None
            yield Row(said, expected.partition(" [")[0], rest, arrow.strip(), now)


def noted(taken: Taken[Any] | None) -> str:
    """What was read, in the notation of the tables."""
    if taken is None:
        return "-"
    return f"{_value(taken.value)}{' ~' if taken.assumed else ''}"


def _value(value: object) -> str:
    if isinstance(value, Ambiguous):
        return f"? {' | '.join(str(each.name) for each in value.candidates)}"
    if isinstance(value, Impossible):
        return f"! {value.code}"
    if isinstance(value, Vague):
        return f".. {value.code}"
    if isinstance(value, Duration):
        return _length(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, date | str):
        return str(value)
    return str(getattr(value, "iso", value))


def _length(value: Duration) -> str:
    minutes = f"{value.minutes}m" if value.minutes else ""
    months = f"{value.months}M" if value.months else ""
    days = f"{value.half_days / 2:g}{'D' if value.by_calendar else 'd'}" if value.half_days else ""
    return months + days + minutes
