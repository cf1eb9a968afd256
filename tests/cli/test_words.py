"""`qunwu words`: a dry run over lines, and a look at a file of words."""

import json
from pathlib import Path

import pytest

from bot.cli import main


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    file = tmp_path / "lines.txt"
    file.write_text("明天开会\n\n来赌.博吗\n天狼计划发你\n", encoding="utf-8")
    return file


def test_what_hits_what(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "test", str(lines)]) == 0
    said = capsys.readouterr().out
    assert "看了 3 行，1 行有命中" in said
    assert "夹了别的字符  赌.博" in said


def test_for_scripts_with_words_of_ones_own(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = lines.with_name("own.txt")
    own.write_text("# C02 项目代号\n天狼计划\n", encoding="utf-8")
    assert main(["words", "test", str(lines), "--words", str(own), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["lines"], said["hit"]) == (3, 2)
    assert said["findings"][1] == {
        "line": 3,
        "category": "C02",
        "rule": "项目代号",
        "how": "原样",
        "start": 0,
        "end": 4,
        "text": "天狼计划",
    }


def test_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.txt"
    own.write_text("# C02 客户\n蓝天置业\n-蓝天置业大厦\n", encoding="utf-8")
    assert main(["words", "check", str(own)]) == 0
    assert "C02 客户：1 个词，1 个例外" in capsys.readouterr().out


def test_what_is_wrong_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.txt"
    own.write_text("蓝天置业\n", encoding="utf-8")
    assert main(["words", "check", str(own)]) == 1
    assert "第 1 行前面没有写是哪一类" in capsys.readouterr().err
    assert main(["words", "test", str(tmp_path / "none.txt")]) == 1


def test_as_the_company_has_it(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own, config = lines.with_name("own.txt"), lines.with_name("config.toml")
    own.write_text("# C02 项目代号\n天狼计划\n", encoding="utf-8")
    bot = '[wecom.bot]\nid = "a"\nsecret = "s"\n'
    own_section = f'[moderation.content]\nwords = ["{own}"]\n[notices]\nhosts = ["oa.example.com"]\n'
    config.write_text(bot + own_section, encoding="utf-8")
    lines.write_text("天·狼计划\nhttps://elsewhere.example.com/x\nhttps://oa.example.com/x\n", encoding="utf-8")
    assert main(["words", "test", str(lines), "--config", str(config), "--json"]) == 0
    found = [(each["line"], each["rule"]) for each in json.loads(capsys.readouterr().out)["findings"]]
    assert found == [(1, "项目代号"), (2, "不在允许名单里的链接")]
