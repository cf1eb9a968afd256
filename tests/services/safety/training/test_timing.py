"""The short test begins when signing in is over, or the training itself, and answers count for three days."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.safety.training.training import Training, TrainingKind
from bot.identifiers import UserId
from bot.services.safety.training.timing import exam_ends, timers

STARTS = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
CHEN = UserId("chenan")
SHORT = Training("PX-1", next(iter(TrainingKind)), "消防", CHEN, CHEN, "张三", STARTS, "食堂", 10, exam=True)


def test_nothing_falls_due_where_nothing_is_asked() -> None:
    assert timers(replace(SHORT, exam=False)) == {}


def test_a_short_one_waits_for_those_who_still_sign_in() -> None:
    begins = STARTS + timedelta(minutes=31)
    assert timers(SHORT) == {"exam|11271400": begins, "result|11271400": begins + timedelta(days=3)}


def test_a_long_one_is_over_first() -> None:
    long = replace(SHORT, minutes=120)
    assert exam_ends(long) == STARTS + timedelta(hours=2, days=3)
