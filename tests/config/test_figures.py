"""Whether figures come by themselves, read from the configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.config.settings import Settings
from bot.domain.figures.rules import FigureRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def settings(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file)


def test_they_come_unless_they_are_switched_off(tmp_path: Path) -> None:
    assert settings(tmp_path, "").configured_company().figures == FigureRules()
    text = "[figures]\nweekly = false\nmonthly = false\n"
    assert settings(tmp_path, text).configured_company().figures == FigureRules(weekly=False, monthly=False)


def test_a_slip_of_the_pen_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        settings(tmp_path, "[figures]\ndaily = true\n")
