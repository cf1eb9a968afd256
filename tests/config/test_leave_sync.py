"""What a company says of WeCom's own leave balances, read from its configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.company import Company
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def company(tmp_path: Path, text: str) -> Company:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company()


def test_nothing_is_written_unless_it_is_said(tmp_path: Path) -> None:
    assert not company(tmp_path, "").wecom_vacations
    assert company(tmp_path, "[leave_sync]\nbalances = true\n").wecom_vacations == {"年假": "年假"}


def test_which_goes_where(tmp_path: Path) -> None:
    text = '[leave_sync]\nbalances = true\n[leave_sync.types]\n"调休" = "调休假"\n'
    assert company(tmp_path, text).wecom_vacations == {"调休": "调休假"}


@pytest.mark.parametrize("types", ['"年假" = "假"\n"调休" = "假"', "", '"事假" = "事假"', '"月假" = "月假"'])
def test_what_can_not_be(tmp_path: Path, types: str) -> None:
    with pytest.raises(ConfigError):
        company(tmp_path, f"[leave_sync]\nbalances = true\n[leave_sync.types]\n{types}\n")


def test_leaves_are_filed_where_a_template_is_named(tmp_path: Path) -> None:
    text = (
        '[leave_sync]\ntemplate = "TPL"\napprover = "decider"\n[leave_sync.types]\n"年假" = "年假"\n"事假" = "事假"\n'
    )
    found = company(tmp_path, text)
    assert found.wecom_forms == {"年假": "年假", "事假": "事假"}
    assert found.forms_to_decider
    assert not found.wecom_vacations


def test_who_files_says_which(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        company(tmp_path, '[leave_sync]\ntemplate = "TPL"\ntypes = {}\n')
