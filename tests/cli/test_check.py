"""`qunwu check` as an administrator and as a script see it."""

import json
from pathlib import Path

import pytest

from bot.cli import main

REST = '[wecom.bot]\nid = "a"\nsecret = "hidden"\nws_url = "ws://127.0.0.1:9"\n[server]\nport = 9\n'
BOT = '[database]\nurl = "sqlite:///{folder}/qunwu.sqlite3"\n[wecom]\napi_base = "http://127.0.0.1:9"\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(BOT.format(folder=tmp_path) + REST)
    path.chmod(0o600)
    return path


def test_for_people(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--no-connect", "--config", str(config)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"✓ 配置文件：{config} 没有问题。"
    assert lines[-1].endswith(" 项留意，0 项要处理")
    assert all(line[0] in "✓!✗" for line in lines[:-1])


def test_for_scripts(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--no-connect", "--json", "--config", str(config)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert told["findings"][0] == {
        "check": "configuration",
        "level": "ok",
        "name": "配置文件",
        "says": f"{config} 没有问题",
        "next": "",
        "errcode": 0,
    }


def test_others_can_read_the_file(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.chmod(0o644)
    main(["check", "--config", str(config)])
    assert f"下一步：运行 chmod 600 {config}。" in capsys.readouterr().out


def test_a_broken_configuration(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text('colour = "red"\n[wecom.bot]\nid = "a"\n')
    assert main(["check", "--config", str(config)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith("✗ 配置文件：") for line in lines] == [True, True, False]
    assert lines[1] == f"✗ 配置文件：{config} 的 colour：没有这个设置。下一步：对照 config.example.toml 改正。"
    assert lines[2] == "0 项正常，0 项留意，2 项要处理"
    assert main(["check", "--json", "--config", str(config)]) == 1
    assert json.loads(capsys.readouterr().out)["ok"] is False


def test_something_essential_fails(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "qunwu.sqlite3").mkdir()
    assert main(["check", "--config", str(config)]) == 1
    assert "✗ 数据库：" in capsys.readouterr().out
