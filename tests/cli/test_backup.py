"""`qunwu backup` and `qunwu restore` as an administrator uses them: taken, rehearsed, restored; what can go wrong."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.storage.backups.keys import backup_key_path, encoded

Call = Callable[..., int]


@pytest.fixture
def qunwu(tmp_path: Path) -> Call:
    """Two configurations: of the database that there is, and of another one."""
    for name in ("a", "b"):
        text = f'[database]\nurl = "sqlite:///{tmp_path}/{name}.sqlite3"\n[wecom.bot]\nid = "a"\nsecret = "s"\n'
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return lambda *arguments, config="a": main([*map(str, arguments), "--config", str(tmp_path / f"{config}.toml")])


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "today.qunwu"


def key_of(tmp_path: Path, name: str) -> Path:
    path = backup_key_path(f"sqlite:///{tmp_path}/{name}.sqlite3")
    assert path
    return path


def test_taken_rehearsed_and_restored_elsewhere(
    qunwu: Call, backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qunwu("backup", backup) == 0
    assert capsys.readouterr().out.startswith(f"备份好了：{backup}，")
    assert qunwu("restore", backup, "--rehearse") == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    key_of(tmp_path, "b").write_text(key_of(tmp_path, "a").read_text(encoding="ascii"), encoding="ascii")
    assert qunwu("restore", backup, config="b") == 0
    assert "恢复好了" in capsys.readouterr().out
    assert (tmp_path / "b.sqlite3").exists()


def test_without_its_key_nothing_is_opened(qunwu: Call, backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert qunwu("backup", backup) == 0
    assert qunwu("restore", backup, config="b") == 1
    assert capsys.readouterr().err == f"{backup}：密钥不对，或者文件被改过、截断过\n"


def test_a_database_with_something_in_it_is_replaced_only_when_told(
    qunwu: Call, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qunwu("backup", backup) == 0
    assert qunwu("restore", backup) == 0  # there was nothing in it
    capsys.readouterr()
    assert qunwu("restore", backup) == 1  # now there is that it was restored
    assert capsys.readouterr().err == "数据库里已经有内容。要换掉它，加上 --replace\n"
    assert qunwu("restore", backup, "--replace") == 0
    assert "原来的数据库挪到了" in capsys.readouterr().out


def test_nothing_is_overwritten(qunwu: Call, backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    backup.write_bytes(b"mine")
    assert qunwu("backup", backup) == 1
    assert capsys.readouterr().err == f"{backup} 已经有了，换个名字\n"
    assert qunwu("restore", backup) == 1
    assert capsys.readouterr().err == f"{backup}：不是备份文件\n"
    assert qunwu("restore", backup.with_name("missing")) == 1
    assert "missing" in capsys.readouterr().err
    assert qunwu("backup", backup.with_name("nowhere") / "x") == 1
    assert capsys.readouterr().err == f"{backup.with_name('nowhere')}：没有这个文件夹\n"


def test_a_process_of_its_own_needs_the_key_alone(qunwu: Call, backup: Path, tmp_path: Path) -> None:
    """As the bot itself has one rehearsed."""
    assert qunwu("backup", backup) == 0
    key = key_of(tmp_path, "a").read_text(encoding="ascii")
    for given, status in ((key, 0), (encoded(b"x" * 32), 1), ("nonsense", 1)):
        done = subprocess.run(  # noqa: S603 - the program itself
            [sys.executable, "-m", "bot", "restore", str(backup), "--rehearse", "--key", "-"],
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == status
        assert len((done.stdout + done.stderr).splitlines()) == 1


def test_a_shared_database_must_be_given_a_key(
    qunwu: Call, backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = (tmp_path / "a.toml").read_text(encoding="utf-8").replace("sqlite:///", "postgres://")
    (tmp_path / "a.toml").write_text(config, encoding="utf-8")
    assert qunwu("backup", backup) == 1
    assert "[backup] secret_file：没有密钥" in capsys.readouterr().err
