"""How many notices a day may bring, read from the configuration."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.notices.caps import CapRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, text: str) -> CapRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().notices.caps


def test_the_defaults_are_those_of_the_rules(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == CapRules()


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    found = rules(tmp_path, '[notices.caps]\nperson = 8\ngroup = 0\nslots = ["16:00", "12:00"]\nburst_minutes = 5\n')
    assert found == CapRules(8, 0, (time(12), time(16)), timedelta(minutes=5))


@pytest.mark.parametrize("line", ["person = -1", "slots = []", "burst_minutes = 61"])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, f"[notices.caps]\n{line}\n")
