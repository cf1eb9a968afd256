"""The key of backups: as configured, or a file beside the database; and the keys that go along."""

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.storage.backups.keys import backup_key, backup_key_path, own_keys, put_down
from bot.storage.privacy.key_file import seal_for


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite://{tmp_path / 'qunwu.sqlite3'}"


def test_the_configured_one_and_else_a_file(url: str) -> None:
    assert backup_key(url, [b"a" * 32, b"b" * 32]) == b"a" * 32
    path = backup_key_path(url)
    assert path
    assert not path.exists()
    made = backup_key(url, ())
    assert made == backup_key(url, ())
    assert path.stat().st_mode & 0o077 == 0


def test_a_shared_database_has_none() -> None:
    assert backup_key("postgres://a/b", ()) is None


def test_a_broken_file_is_said(url: str) -> None:
    path = backup_key_path(url)
    assert path
    path.write_text("not a key", encoding="ascii")
    with pytest.raises(ConfigError) as raised:
        backup_key(url, ())
    assert "内容不对" in raised.value.problems[0]


def test_only_what_the_bot_made_goes_along(url: str) -> None:
    assert own_keys(url) == {}
    seal_for(url, ())
    assert list(own_keys(url)) == ["seal"]


def test_what_is_no_key_is_not_put_down(url: str) -> None:
    with pytest.raises(ValueError, match="length"):
        put_down({"seal": "nonsense"}, url)
    assert own_keys(url) == {}
