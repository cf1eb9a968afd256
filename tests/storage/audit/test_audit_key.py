"""The key of the chain is never in the database: configured, or in a file beside it that only its owner reads."""

import stat
from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.storage.audit.audit_key import audit_key_path, ring_for


def test_a_file_beside_a_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/qunwu.sqlite3"
    made = ring_for(url, ())
    path = audit_key_path(url)
    assert path == tmp_path / "qunwu.sqlite3.audit.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = ring_for(url, ())
    assert made
    assert again
    assert again.name == made.name


def test_what_is_configured_goes_first(tmp_path: Path) -> None:
    ring = ring_for(f"sqlite:///{tmp_path}/qunwu.sqlite3", [b"k" * 32])
    assert ring
    assert not list(tmp_path.iterdir())


def test_processes_that_share_a_database_must_be_given_one() -> None:
    assert ring_for("postgres://a:b@c/d", ()) is None
    assert ring_for("postgres://a:b@c/d", [b"k" * 32])


def test_what_is_in_memory_has_one_that_goes_with_it() -> None:
    first, second = (ring_for("sqlite://:memory:", ()) for _ in range(2))
    assert first
    assert second
    assert first.name != second.name


def test_a_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "qunwu.sqlite3.audit.key").write_text("?", encoding="utf-8")
    with pytest.raises(ConfigError, match="审计链的密钥"):
        ring_for(f"sqlite:///{tmp_path}/qunwu.sqlite3", ())
