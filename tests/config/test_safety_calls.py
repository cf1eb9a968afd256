"""What a company says of calls about an accident, read from its configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.safety.calls.rules import CallRules, Link
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, text: str) -> CallRules:
    path = tmp_path / "config.toml"
    path.write_text(f"{MINIMAL}\n{text}", encoding="utf-8")
    return loading.load(path).configured_company().safety.calls


def test_nothing_said_is_the_default(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == CallRules()


def test_what_is_said(tmp_path: Path) -> None:
    text = """
    [[groups]]
    id = "G-A"
    name = "项目A工作群"
    [safety.calls]
    chain = ["area", "safety_admin"]
    wait_seconds = 90
    together = 3
    rounds = 2
    pause_minutes = 10
    voice = true
    calls_per_8_minutes = 2
    group = "G-A"
    """
    found = rules(tmp_path, text)
    assert found.chain == (Link.AREA, Link.SAFETY)
    assert (found.wait, found.together, found.rounds) == (timedelta(seconds=90), 3, 2)
    assert (found.pause, found.voice, found.group) == (timedelta(minutes=10), True, "G-A")
    assert found.limits == ((2, timedelta(minutes=8)), (8, timedelta(hours=24)))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('chain = ["hr", "hr"]', "每一环只写一遍"),
        ('chain = ["boss"]', "chain"),
        ('group = "G-X"', "没有这个 id"),
        ("calls_per_8_minutes = 4", "calls_per_8_minutes"),
    ],
)
def test_what_cannot_be(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        rules(tmp_path, f"[safety.calls]\n{line}\n")
