"""What a company says of its areas, read from its configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.safety.rules import Area, SafetyRules
from bot.errors import ConfigError
from bot.identifiers import GroupId, UserId
from tests.config.test_settings import MINIMAL

AREA = """
[[groups]]
id = "G-A"
name = "项目A工作群"
[safety]
protected_days = 120
[[safety.areas]]
code = "A-03"
name = "3号车间"
aliases = ["装配车间"]
department = "生产部"
responsible = "WangQiang"
groups = ["G-A"]
"""
SECOND = """
[[safety.areas]]
code = "A-04"
name = "装配车间"
"""


def safety(tmp_path: Path, text: str) -> SafetyRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().safety


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    area = Area("3号车间", "A-03", ("装配车间",), "生产部", UserId("wangqiang"), groups=(GroupId("G-A"),))
    assert safety(tmp_path, AREA) == SafetyRules((area,), timedelta(days=120))


def test_what_is_not_said_is_as_it_is_built_in(tmp_path: Path) -> None:
    assert safety(tmp_path, "") == SafetyRules()


def test_two_areas_have_no_name_in_common(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="装配车间"):
        safety(tmp_path, AREA + SECOND)


def test_a_group_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="G-B"):
        safety(tmp_path, AREA.replace('groups = ["G-A"]', 'groups = ["G-B"]'))


def test_reporters_are_not_left_unprotected(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        safety(tmp_path, "[safety]\nprotected_days = 0\n")
