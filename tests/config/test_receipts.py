"""How announcements reach many people, read from the configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.notices.posting import ReceiptRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, text: str) -> ReceiptRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().receipts


def test_the_defaults_are_those_of_the_rules(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == ReceiptRules()


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    found = rules(tmp_path, "[receipts]\nbatch = 1000\nremind_after_days = [5, 2, 2]\npause_hours = 8\n")
    assert (found.batch, found.remind_after, found.pause) == (1000, (2, 5), timedelta(hours=8))


@pytest.mark.parametrize("line", ["batch = 1001", "batch = 0", "pause_hours = 3", "remind_after_days = [0]"])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, f"[receipts]\n{line}\n")
