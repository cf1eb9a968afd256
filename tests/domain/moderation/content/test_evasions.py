"""Two lists that are counted: what people write to get past a check, and what colleagues write every day."""

from pathlib import Path

import pytest

from bot.domain.moderation.content.checks import Checks
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.moderation.content.words import shipped

DATA = Path(__file__).parents[3] / "data"
FOUND_AT_LEAST = 0.95
DISTURBED_AT_MOST = 0.02


@pytest.fixture(scope="module")
def checks() -> Checks:
    return Checks(WordIndex(shipped()))


def _lines(name: str) -> list[str]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_what_hides_is_found(checks: Checks) -> None:
    missed = []
    lines = [line.split("\t") for line in _lines("evasions.txt")]
    for category, text in lines:
        if category not in {each.category for each in checks.look(text)}:
            missed.append(text)
    assert len(lines) > 150
    assert len(missed) <= len(lines) * (1 - FOUND_AT_LEAST), missed


def test_nobody_is_disturbed_by_everyday_talk(checks: Checks) -> None:
    lines = _lines("innocents.txt")
    disturbed = [(text, checks.look(text)[0].rule) for text in lines if checks.look(text)]
    assert len(lines) > 180
    assert len(disturbed) <= len(lines) * DISTURBED_AT_MOST, disturbed
