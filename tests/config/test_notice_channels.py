"""Where the company publishes by the day, read from the configuration."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.notices.channels import Channel
from bot.errors import ConfigError
from bot.identifiers import GroupId
from tests.config.test_settings import MINIMAL


def channels(tmp_path: Path, text: str) -> tuple[Channel, ...]:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().notices.channels


def test_there_is_no_quota_unless_somebody_says_so(tmp_path: Path) -> None:
    assert channels(tmp_path, "") == ()


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    text = '[[notices.channels]]\nname = "公众号"\n[[notices.channels]]\nname = "窗口"\ntarget = 2\ngroups = ["a"]\n'
    assert channels(tmp_path, text) == (Channel("公众号"), Channel("窗口", 2, (GroupId("a"),)))


@pytest.mark.parametrize("line", ['name = ""', 'name = "公众号"\ntarget = 0'])
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        channels(tmp_path, f"[[notices.channels]]\n{line}\n")
