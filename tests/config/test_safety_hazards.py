"""The section [safety.hazards]: whose standards hint at a major hazard."""

from pathlib import Path

import pytest

from bot.config import loading
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL


def load(tmp_path: Path, text: str) -> tuple[str, ...]:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return tuple(each.says for each in loading.load(file).safety.hazards.rules())


def test_nothing_said_hints_at_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "") == ()


def test_a_trade_and_a_file(tmp_path: Path) -> None:
    own = tmp_path / "criteria.toml"
    said = 'sector = "冶金"\nsays = "铁水包下有积水"\nwords = ["铁水 积水"]\nsource = "公司清单"'
    own.write_text(f"[[criteria]]\n{said}\n", encoding="utf-8")
    found = load(tmp_path, f'[safety.hazards]\nsectors = ["消防"]\ncriteria = "{own}"\n')
    assert found == ("安全出口或疏散通道堵死", "消防供水或报警系统停用", "铁水包下有积水")


@pytest.mark.parametrize(
    ("said", "why"),
    [('sectors = ["航天"]', "没有「航天」的判定标准"), ('criteria = "nowhere.toml"', "文件 nowhere.toml")],
)
def test_what_there_is_not(tmp_path: Path, said: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why):
        load(tmp_path, f"[safety.hazards]\n{said}\n")
