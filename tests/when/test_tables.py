"""Every phrase of the tables beside this file, read by the reader that it is for."""

from datetime import time

import pytest

from bot.when.find_mismatch import find_mismatch
from bot.when.read_daily_hours import DailyHours, read_daily_hours
from bot.when.read_day import read_day
from bot.when.read_duration import read_duration
from bot.when.read_moment import read_moment
from bot.when.read_month import read_month
from bot.when.read_period import read_period
from bot.when.read_recurrence import read_recurrence
from bot.when.read_report_period import read_report_period
from bot.when.read_until import read_until
from bot.when.results.outcomes import Taken
from bot.when.results.recurrence import Recurrence
from bot.when.view import Lean
from tests.when.tables import CALENDAR, SUNDAY, Row, lines, noted, rows

LEANS = {"=>": Lean.FUTURE, "=<": Lean.PAST}


def table(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows(name), ids=str)


def check(row: Row, taken: Taken[object] | None, said: str | None = None) -> None:
    assert (said or noted(taken)) == row.expected
    if row.rest is not None:
        assert taken is not None
        assert taken.rest == row.rest


@table("periods")
def test_time_off(row: Row) -> None:
    check(row, read_period(row.text, row.now, CALENDAR))


@table("days")
def test_a_day(row: Row) -> None:
    check(row, read_day(row.text, row.now, CALENDAR, lean=LEANS[row.way]))


@table("until")
def test_the_last_day(row: Row) -> None:
    check(row, read_until(row.text, row.now, CALENDAR))


@table("moments")
def test_a_moment(row: Row) -> None:
    check(row, read_moment(row.text, row.now, CALENDAR, lean=LEANS[row.way]))


@table("durations")
def test_how_long(row: Row) -> None:
    by_clock = row.way == "=@"
    taken = read_duration(row.text, by_clock=by_clock)
    minutes = getattr(taken.value, "total_minutes", None) if taken and by_clock else None
    check(row, taken, str(minutes) if minutes else None)


@table("recurrences")
def test_what_comes_again(row: Row) -> None:
    taken = read_recurrence(row.text)
    said = taken.value.text(time(9)) if taken and isinstance(taken.value, Recurrence) else None
    check(row, taken, f"{said}{' ~' if taken and taken.assumed else ''}" if said else None)


@table("reports")
def test_what_a_report_is_about(row: Row) -> None:
    check(row, read_report_period(row.text, row.now.date()))


@table("months")
def test_a_month(row: Row) -> None:
    check(row, read_month(row.text, row.now.date()))


@table("daily_hours")
def test_hours_off_every_day(row: Row) -> None:
    taken = read_daily_hours(row.text)
    found = taken.value if taken else None
    check(row, taken, f"{found.minutes} {found.edge.name}" if isinstance(found, DailyHours) else None)


@table("mismatches")
def test_dates_that_contradict_themselves(row: Row) -> None:
    check(row, find_mismatch(row.text, row.now, CALENDAR))


@pytest.mark.parametrize("text", lines("not_dates"))
def test_what_only_looks_like_a_date(text: str) -> None:
    assert noted(read_period(text, SUNDAY, CALENDAR)) == "-"
    assert noted(read_moment(text, SUNDAY, CALENDAR)) == "-"
    assert noted(read_day(text, SUNDAY, CALENDAR)) == "-"
