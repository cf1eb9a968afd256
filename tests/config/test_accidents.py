"""What a company says of its accidents, read from its configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.rights import Role
from bot.domain.safety.accidents.rules import AccidentRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, text: str) -> AccidentRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().safety.accidents


def test_what_nobody_says_has_a_careful_default(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == AccidentRules()


def test_who_heads_the_unit_and_what_a_report_says_of_it(tmp_path: Path) -> None:
    told = rules(tmp_path, '[safety.accidents]\nunit_head = "president_office"\nunit = "某厂，120 人"\n')
    assert (told.unit_head, told.unit) == (Role.PRESIDENT_OFFICE, "某厂，120 人")


def test_a_role_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, '[safety.accidents]\nunit_head = "boss"\n')
