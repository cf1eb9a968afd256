"""How people say that a leave is called off, cut short, moved or taken back: tests/data/leave_changes.txt."""

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import Row, outcome, rows

FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()


@pytest.mark.parametrize("row", list(rows("leave_changes.txt")), ids=lambda row: f"{row.number}: {row.text[:20]!r}")
def test_it_is_taken_as_it_was_meant(row: Row) -> None:
    assert outcome(row, FILE, BOOK) == row.outcome
