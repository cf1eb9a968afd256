"""The program as a whole: every call is found, has a short help with an example, and says what went wrong."""

from pathlib import Path

import pytest

import bot.cli
from bot.cli import main

CALLS = sorted(path.stem.rstrip("_") for path in Path(bot.cli.__file__).parent.glob("[a-z]*.py"))


def test_help_lists_every_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
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
        f"{tmp_path}/none.toml: no such file; copy config.example.toml and fill it in"
    ]
