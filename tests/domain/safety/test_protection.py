"""Who reported is protected for a while, whatever became of what he told."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.protection import Protection, is_high_enough, protected
from bot.domain.standing import Standing

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LASTS = timedelta(days=90)
PROTECTED = Protection(NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("days_ago", "left"),
    [([0], 90), ([89], 1), ([90], None), ([200, 30], 60), ([30, 200], 60), ([], None), ([-1], None)],
    ids=["now", "the last day", "over", "again", "in any order", "never", "not yet"],
)
def test_the_last_report_counts(days_ago: list[int], left: int | None) -> None:
    found = protected([NOW - timedelta(days=each) for each in days_ago], NOW, LASTS)
    assert found == (None if left is None else Protection(NOW + timedelta(days=left)))


def test_a_protected_one_needs_somebody_higher() -> None:
    assert is_high_enough(None, Standing.HEAD, Standing.HEAD)
    assert not is_high_enough(None, Standing.STAFF, Standing.HEAD)
    assert not is_high_enough(PROTECTED, Standing.HEAD, Standing.HEAD)
    assert is_high_enough(PROTECTED, Standing.VICE_PRESIDENT, Standing.HEAD)


def test_above_the_top_there_is_nobody() -> None:
    assert is_high_enough(PROTECTED, Standing.PRESIDENT, Standing.PRESIDENT)
