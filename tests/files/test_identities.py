"""The table of encrypted ids: what is taken, and that every mistake is named at once."""

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.files.identities import read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ids.csv"


def test_two_columns_wherever_they_are(file: Path) -> None:
    file.write_text("姓名,账号,加密编号\n张三,ZhangSan,woAJ2GCA\n,,\n李四,lisi,woBK3HDB\n", encoding="utf-8")
    assert read(file) == {"woAJ2GCA": "zhangsan", "woBK3HDB": "lisi"}


def test_all_that_is_wrong_is_said_at_once(file: Path) -> None:
    file.write_text("加密编号,账号\nzhangsan,woAJ2GCA\nwoAJ2GCA,a\nwoAJ2GCA,b\nwoBK3HDB,\n", encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        read(file)
    assert [problem.partition("：")[2][:5] for problem in refused.value.problems] == ["第 2 行", "第 4 行", "第 5 行"]


@pytest.mark.parametrize("text", ["", "账号,编号\na,b\n"])
def test_the_columns_must_be_named(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="加密编号"):
        read(file)
