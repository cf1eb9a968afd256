"""docs/privacy.md names each class; of those whose years are configured it says the default."""

from pathlib import Path

import pytest

from bot.domain.privacy.keeping import Kept
from bot.domain.retention import Retention

PAGE = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kept", Kept)
def test_the_page_names_it(kept: Kept) -> None:
    assert f"| {kept} |" in PAGE


@pytest.mark.parametrize("kept", [Kept.RECORDS, Kept.STAYING, Kept.SANCTIONS, Kept.HAZARDS, Kept.TAUGHT, Kept.TRAIL])
def test_the_page_says_when_it_goes(kept: Kept) -> None:
    assert f"| {kept} | {kept.until(Retention())} |" in PAGE
