"""How soon somebody acts on an incident, who hears of it, and what is done, as an operator says it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.rights import Role
from bot.domain.security.incident import IncidentKind
from bot.domain.security.rules import SecurityRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def rules(tmp_path: Path, written: str) -> SecurityRules:
    config = tmp_path / "config.toml"
    config.write_text(f"{MINIMAL}\n[security]\n{written}\n", encoding="utf-8")
    return loading.load(config).configured_company().security


def test_without_a_word_it_is_what_the_rules_say(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == SecurityRules()


def test_a_company_of_its_own_pace_and_chain(tmp_path: Path) -> None:
    found = rules(tmp_path, 'first_minutes = 10\nchain = ["tech", "executive"]')
    assert (found.first, found.chain) == (timedelta(minutes=10), (Role.TECH, Role.EXECUTIVE))


def test_its_own_runbook(tmp_path: Path) -> None:
    own = tmp_path / "runbooks.toml"
    own.write_text('[[runbooks]]\nkind = "设备丢失"\nsteps = [{ key = "call", does = "打电话" }]\n', encoding="utf-8")
    found = rules(tmp_path, f'runbooks = "{own}"').runbooks
    assert [each.does for each in found[IncidentKind.DEVICE].steps] == ["打电话"]
    assert found[IncidentKind.DEVICE].now == SecurityRules().runbooks[IncidentKind.DEVICE].now
    assert found[IncidentKind.LEAK] == SecurityRules().runbooks[IncidentKind.LEAK]


@pytest.mark.parametrize(
    "written", ["first_minutes = 1", "chain = []", 'chain = ["employee"]', 'chain = ["boss"]', 'runbooks = "none.toml"']
)
def test_what_can_not_be(tmp_path: Path, written: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, written)


@pytest.mark.parametrize(
    "written",
    [
        'kind = "火灾"',
        'kind = "设备丢失"\nsteps = []',
        'kind = "设备丢失"\nsteps = [{ key = "a", does = "一二三四五六七八九十一二三四五六七八" }]',
        'kind = "设备丢失"\nhandled = ["boss"]',
        'kind = "设备丢失"\nnow = []',
        'kind = "设备丢失"\ncolour = 1',
        'kind = "设备丢失"\nsteps = [{ key = "a", does = "一" }, { key = "a", does = "二" }]',
        "kind = ",
    ],
)
def test_a_runbook_that_can_not_be(tmp_path: Path, written: str) -> None:
    own = tmp_path / "runbooks.toml"
    own.write_text(f"[[runbooks]]\n{written}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"runbooks\.toml"):
        rules(tmp_path, f'runbooks = "{own}"')
