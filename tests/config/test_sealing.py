"""The section [privacy]: keys one a line, out of a file too; what is no key is refused without being shown."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL

NEW, OLD = (base64.b64encode(each * 32).decode() for each in (b"2", b"1"))


def keys(tmp_path: Path, text: str) -> tuple[bytes, ...]:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).privacy.keys


def test_none_is_said(tmp_path: Path) -> None:
    assert keys(tmp_path, "") == ()


def test_the_new_one_first(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{NEW}\n{OLD}\n", encoding="utf-8")
    assert keys(tmp_path, f'[privacy]\nsecret_file = "{tmp_path / "key"}"\n') == (b"2" * 32, b"1" * 32)


@pytest.mark.parametrize("secret", ["h-u-s-h", " ", base64.b64encode(b"short").decode()])
def test_what_is_no_key(tmp_path: Path, secret: str) -> None:
    with pytest.raises(ConfigError) as refused:
        keys(tmp_path, f'[privacy]\nsecret = "{secret}"\n')
    assert "privacy.secret：要是 32 字节的 base64" in str(refused.value)
    assert "h-u-s-h" not in str(refused.value)


def test_how_long_things_are_kept_and_what_is_held(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    said = '[privacy]\nhazards_years = 5\ntrainings_years = 4\nheld = ["YH-20261122-001", " lisi "]\n'
    said += "sanctions_years = 3\nunproven_days = 60\n"
    file.write_text(MINIMAL + said, encoding="utf-8")
    found = loading.load(file).privacy.retention()
    assert (found.hazards, found.trainings, found.held) == (5, 4, frozenset({"YH-20261122-001", "lisi"}))
    assert (found.sanctions, found.unproven) == (3, timedelta(days=60))
