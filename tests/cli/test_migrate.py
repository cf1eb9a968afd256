"""`qunwu migrate` as an administrator and as a script see it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.storage.schema.versions import newest, versions

Migrate = Callable[..., int]
LAST = newest(postgres=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database of the first version."""
    path = tmp_path / "qunwu.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA synchronous = OFF;" + versions(postgres=False)[0].sql)
    return path


@pytest.fixture
def migrate(tmp_path: Path, file: Path) -> Migrate:
    config = tmp_path / "config.toml"
    bot = '[wecom.bot]\nid = "a"\nsecret = "s"\n'
    config.write_text(f'[database]\nurl = "sqlite://{file}"\n{bot}', encoding="utf-8")
    return lambda *arguments: main(["migrate", *arguments, "--config", str(config)])


def test_what_is_to_be_done_is_only_told(migrate: Migrate, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tables(file)
    assert migrate("--check") == 1
    assert capsys.readouterr().out.count("还没有") == LAST
    assert tables(file) == before


def tables(file: Path) -> list[object]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_it_is_done_once(migrate: Migrate, capsys: pytest.CaptureFixture[str]) -> None:
    assert migrate() == 0
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines()] == [str(number + 1) for number in range(LAST)]
    assert migrate() == 0
    assert capsys.readouterr().out == said
    assert migrate("--check") == 0


def test_what_is_no_database_of_ours(migrate: Migrate, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"x" * 5000)
    assert migrate() == 1
    assert "不是 SQLite 数据库" in capsys.readouterr().err
