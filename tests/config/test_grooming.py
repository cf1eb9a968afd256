"""What a company decides about the monthly round, read from its configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.config.grooming import GroomingSection
from bot.domain.groups.grooming import Grooming
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL

SECTION = """
[grooming]
active = false
workday_of_month = 3
overdue_after_days = 10
remind_before_days = 2
"""


def grooming(tmp_path: Path, text: str) -> Grooming:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().grooming


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    assert grooming(tmp_path, SECTION) == Grooming(3, 10, 2, active=False)


def test_what_is_not_said_is_as_it_is_built_in(tmp_path: Path) -> None:
    assert grooming(tmp_path, "") == GroomingSection().rules() == Grooming()


@pytest.mark.parametrize("line", ["workday_of_month = 0", "overdue_after_days = 21", "remind_before_days = -1"])
def test_numbers_that_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        grooming(tmp_path, f"[grooming]\n{line}\n")
