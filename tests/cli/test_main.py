"""The program as a whole: every call is found, has a short help with an example, and says what went wrong."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

import bot.cli
from bot.cli import main

CALLS = sorted(path.stem.rstrip("_").replace("_", "-") for path in Path(bot.cli.__file__).parent.glob("[a-z]*.py"))


def test_help_lists_every_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out.replace("\n", " ")
    assert [call for call in CALLS if f"    {call} " not in text] == []
    assert "example:" in text


@pytest.mark.parametrize("call", CALLS)
def test_each_call_has_a_short_help_with_an_example(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([call, "--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert f"xample: qunwu {call}" in " ".join(text.split())
    assert len(text.splitlines()) < 30


@pytest.mark.parametrize("arguments", [[], ["dance"], ["run", "--nonsense"], ["sandbox", "--nonsense"]])
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_configuration_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--config", str(tmp_path / "none.toml")]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{tmp_path}/none.toml：没有这个文件。在别处就用 --config 指出来，没有就把 config.example.toml 复制成它再填"
    ]


def test_where_the_configuration_lies_may_be_a_variable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no setting, so that what is read there isn't told of a stranger."""
    url = f'[database]\nurl = "sqlite:///{tmp_path}/q.sqlite3"\n'
    (tmp_path / "bot.toml").write_text(f'{url}[wecom.bot]\nid = "a"\nsecret = "s"\n', encoding="utf-8")
    monkeypatch.setenv("QUNWU_CONFIG", str(tmp_path / "bot.toml"))
    assert main(["parked"]) == 0
    assert main(["parked", "--config", str(tmp_path / "none.toml")]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err[: len(str(tmp_path))]) == ("nothing is parked\n", str(tmp_path))


@pytest.mark.parametrize(
    "arguments", [["export", "leave", "--from", "2026-13-01"], ["restore", "a.qunwu", "--stopped-at", "gestern"]]
)
def test_a_day_or_a_moment_that_is_none(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert "; write it like 2026-11-22" in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        (tmp_path / "bot.toml").write_text(
            f'[database]\nurl = "sqlite://{tmp_path}/q.sqlite3"\n[server]\nport = {port}\n'
            '[wecom.bot]\nid = "a"\nsecret = "s"\nws_url = "ws://127.0.0.1:9"\n',
            encoding="utf-8",
        )
        (tmp_path / "bot.toml").chmod(0o600)
        ended = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", "run", "--config", str(tmp_path / "bot.toml")],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert ended.stderr.splitlines()[-1] == (
        f"[server]：不能监听 127.0.0.1:{port}，端口已被别的程序占用：停掉它，或改 port"
    )
