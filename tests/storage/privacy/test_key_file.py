"""Where the key comes from: the configuration, a file beside the database, or for a test nowhere."""

import stat
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.storage.privacy.key_file import key_path, seal_for
from bot.storage.privacy.sealing import UnopenableError

ABOUT, SECRET = "somewhere", "痛风"


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/qunwu.sqlite3"


def test_one_is_made_once_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    sealed = seal_for(url(tmp_path), ()).seal_text(SECRET, ABOUT)
    made = tmp_path / "qunwu.sqlite3.key"
    assert key_path(url(tmp_path)) == made
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert seal_for(url(tmp_path), ()).open_text(sealed, ABOUT) == SECRET
    assert [each.name for each in tmp_path.iterdir()] == [made.name]


def test_the_configured_one_goes_before_it(tmp_path: Path) -> None:
    sealed = seal_for(url(tmp_path), (b"k" * 32,)).seal_text(SECRET, ABOUT)
    assert not list(tmp_path.iterdir())
    with pytest.raises(UnopenableError):
        seal_for(url(tmp_path), ()).open_text(sealed, ABOUT)


@pytest.mark.parametrize("content", ["", "c2hvcnQ=\n", "不是密钥"])
def test_a_broken_file_is_never_replaced(tmp_path: Path, content: str) -> None:
    made = tmp_path / "qunwu.sqlite3.key"
    made.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"qunwu\.sqlite3\.key"):
        seal_for(url(tmp_path), ())
    assert made.read_text(encoding="utf-8") == content


def test_in_memory_none_is_needed() -> None:
    assert key_path("sqlite://:memory:") is None
    assert seal_for("sqlite://:memory:", ()).seal_text(SECRET, ABOUT)
