"""What a company says of training, read from its configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.config.settings import Settings
from bot.domain.safety.training.rules import TrainingRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def settings(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file)


def test_the_defaults_are_those_of_the_rules(tmp_path: Path) -> None:
    assert settings(tmp_path, "").configured_company().training == TrainingRules(hours_of={})


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    text = "[training]\nyearly_hours = 12\nnewcomer_hours = 72\npass_mark = 90\nnewcomers = true\n"
    text += '[training.hours_of]\n"生产部" = 20\n'
    assert settings(tmp_path, text).configured_company().training == TrainingRules(
        72, 12, {"生产部": 20}, 90, newcomers=True
    )


@pytest.mark.parametrize("line", ["pass_mark = 0", "pass_mark = 101", "yearly_hours = -1", "unknown = 1"])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        settings(tmp_path, f"[training]\n{line}\n")
