"""Whether the second ear hears is the company's to say."""

from pathlib import Path

import pytest

from bot.config import loading
from tests.config.test_settings import MINIMAL


@pytest.mark.parametrize(
    ("text", "on"), [("", True), ("[safety.hearing]\nsecond_ear = false\n", False), ("[safety.hearing]\n", True)]
)
def test_it_hears_unless_it_is_turned_off(tmp_path: Path, text: str, *, on: bool) -> None:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    assert loading.load(file).configured_company().safety.second_ear is on
