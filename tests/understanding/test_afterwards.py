"""What people say after a leave was asked for, and of overtime, trips and punches: tests/data/afterwards.txt."""

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import Row, outcome, rows

FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()


@pytest.mark.parametrize("row", list(rows("afterwards.txt")), ids=lambda row: f"{row.number}: {row.text[:20]!r}")
def test_it_is_taken_as_it_was_meant(row: Row) -> None:
    assert outcome(row, FILE, BOOK) == row.outcome
