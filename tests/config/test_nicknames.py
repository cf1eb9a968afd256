"""What a company decides about nicknames, read from its configuration."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.nicknames import NicknamesSection
from bot.domain.nicknames.rules import NicknameRules
from bot.errors import ConfigError
from tests.config.test_settings import EXAMPLE, MINIMAL

SECTION = """
[nicknames]
executives = ["董事长"]
banned_words = ["摸鱼"]
any_department = true
grace_days = 14
remind_after_days = [2]
patrol_day = "fri"
[nicknames.seconded]
ZhangSan = "研发部"
"""


def rules(tmp_path: Path, text: str) -> NicknameRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().nickname_rules


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    assert rules(tmp_path, SECTION) == NicknameRules(
        executives=("董事长",),
        banned=("摸鱼",),
        hosts={"zhangsan": "研发部"},  # type: ignore[dict-item]
        any_department=True,
        grace=timedelta(days=14),
        remind_after=(2,),
        patrol_day="fri",
    )


def test_without_a_word_about_it_the_rules_are_those_of_the_policy(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == NicknameRules(hosts={})


def test_the_example_shows_the_defaults() -> None:
    shown = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))["nicknames"]
    assert shown == NicknamesSection().model_dump()


@pytest.mark.parametrize("days", ["[3, 1]", "[0, 1]", "[1, 1]"])
def test_reminders_come_one_after_the_other(tmp_path: Path, days: str) -> None:
    with pytest.raises(ConfigError, match=re.escape("天数要从小到大")):
        rules(tmp_path, f"[nicknames]\nremind_after_days = {days}\n")
