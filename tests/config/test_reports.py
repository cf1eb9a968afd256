"""How soon somebody begins with a report, and how long it is kept, as an operator says it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.moderation.reports.rules import ReportRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, written: str) -> ReportRules:
    config = tmp_path / "config.toml"
    config.write_text(f"{MINIMAL}\n[moderation.reports]\n{written}\n", encoding="utf-8")
    return loading.load(config).configured_company().moderation.reports


def test_without_a_word_it_is_what_the_rules_say(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == ReportRules()


def test_a_company_of_its_own_pace(tmp_path: Path) -> None:
    found = rules(tmp_path, "serious_hours = 4\nlink_days = 7")
    assert (found.serious, found.link) == (timedelta(hours=4), timedelta(days=7))


@pytest.mark.parametrize(
    "written", ["serious_hours = 30", "critical_minutes = 0", "serious_hours = 1\ncritical_minutes = 90"]
)
def test_what_can_not_be(tmp_path: Path, written: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, written)
