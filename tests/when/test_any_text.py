"""Whatever is typed: no reader raises, none is slow, and what it took stands in the text."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.calendar.shift import read_shift
from bot.when.find_mismatch import find_mismatch
from bot.when.read_daily_hours import read_daily_hours
from bot.when.read_day import read_day
from bot.when.read_duration import read_duration
from bot.when.read_moment import read_moment
from bot.when.read_period import read_period
from bot.when.read_recurrence import read_recurrence
from bot.when.read_report_period import read_report_period
from bot.when.read_until import read_until
from bot.when.results.outcomes import Ambiguous, Impossible, Taken, Vague
from bot.when.view import Lean
from bot.when.written.folding import fold
from tests.when.tables import CALENDAR, SUNDAY, words

NIGHT = read_shift("22:00-06:00", rostered=True)
READERS: dict[str, Callable[[str], Taken[Any] | None]] = {
    "period": lambda text: read_period(text, SUNDAY, CALENDAR),
    "period at night": lambda text: read_period(text, SUNDAY, CALENDAR, NIGHT, lean=Lean.PAST, by_calendar=True),
    "day": lambda text: read_day(text, SUNDAY, CALENDAR),
    "day before": lambda text: read_day(text, SUNDAY, CALENDAR, lean=Lean.PAST),
    "until": lambda text: read_until(text, SUNDAY, CALENDAR),
    "moment": lambda text: read_moment(text, SUNDAY, CALENDAR),
    "moment before": lambda text: read_moment(text, SUNDAY, CALENDAR, NIGHT, lean=Lean.PAST),
    "mismatch": lambda text: find_mismatch(text, SUNDAY, CALENDAR),
    "duration": lambda text: read_duration(text, by_clock=True),
    "recurrence": read_recurrence,
    "report": lambda text: read_report_period(text, SUNDAY.date()),
    "daily hours": read_daily_hours,
}
PIECES = words("pieces")


def check(text: str) -> None:
    for name, read in READERS.items():
        taken = read(text)
        if taken is None:
            continue
        assert taken.typed.strip(), name
        assert all(0 <= start < end <= len(text) for start, end in taken.spans), name
        assert len(taken.rest.replace(" ", "")) < len(text.replace(" ", "")), name
        if isinstance(taken.value, Ambiguous | Impossible | Vague):
            assert taken.value.sentence.endswith("。"), taken.value.sentence


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    check(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_heap_of_date_words(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_any_heap_of_date_words_with_blanks(text: str) -> None:
    check(text)


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("unit", [*words("hostile"), "1 ", "到 ", "下周一 "])
def test_no_text_takes_long(unit: str) -> None:
    """5 ms on the machine it was written for; the bound leaves room for slow ones and still catches a square."""
    text = (unit * 2048).encode()[:2048].decode(errors="ignore")
    spent = min(_spent(text) for _ in range(3))
    assert spent < 0.05


def _spent(text: str) -> float:
    """The longest of all readers, in seconds of this thread."""
    worst = 0.0
    for read in READERS.values():
        start = time.thread_time()
        read(text)
        worst = max(worst, time.thread_time() - start)
    return worst


def test_a_long_text_costs_no_more_than_its_length() -> None:
    once, tenfold = ("明天1" * 400, "明天1" * 4000)
    assert min(_spent(tenfold) for _ in range(3)) < 20 * min(_spent(once) for _ in range(3)) + 0.01
