"""What a company says of attendance, read from its configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.settings import Settings
from bot.domain.attendance.rules import AttendanceRules
from bot.domain.attendance.slot import Slot
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def settings(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file)


def test_nothing_is_read_unless_it_is_said(tmp_path: Path) -> None:
    found = settings(tmp_path, "")
    assert not found.attendance.read_punches
    assert found.configured_company().attendance == AttendanceRules()


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    text = '[attendance]\nslots = ["AM_IN", "AM_OUT", "PM_IN", "PM_OUT"]\ngrace_minutes = 30\n'
    assert settings(tmp_path, text).configured_company().attendance == AttendanceRules(
        (Slot.AM_IN, Slot.AM_OUT, Slot.PM_IN, Slot.PM_OUT), timedelta(minutes=30)
    )


@pytest.mark.parametrize("line", ['slots = ["AM"]', "slots = []", 'slots = ["AM_IN", "AM_IN"]', "grace_minutes = 5"])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        settings(tmp_path, f"[attendance]\n{line}\n")


def test_a_secret_of_the_punches_own_reads_no_contacts(tmp_path: Path) -> None:
    own = '[wecom.checkin]\nsecret = "own"\n'
    with pytest.raises(ConfigError, match="corp_id"):
        settings(tmp_path, own)
    found = settings(tmp_path, f'{own}[wecom]\ncorp_id = "ww1"\n').wecom
    assert found.callers == {**found.secrets, "checkin": "own"}
    assert "checkin" not in found.secrets
