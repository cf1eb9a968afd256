"""A database that can't be opened is one clear line, without its password."""

import re
import sqlite3
from pathlib import Path

import pytest

from bench.postgres import of
from bot.errors import ConfigError
from bot.storage.engine.opening import opened
from bot.storage.engine.trouble import trouble


async def test_it_is_made_with_its_tables_and_closed(tmp_path: Path) -> None:
    async with opened(f"sqlite://{tmp_path}/new.sqlite3", ()) as database:
        assert await database.fetch("SELECT count(*) AS rows FROM inbox") == [{"rows": 0}]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "sqlite:///nowhere/at/all/x.sqlite3",
            "没有 /nowhere/at/all/x.sqlite3 所在的目录。建好目录，或改 [database] url",
        ),
        ("postgres://me:hunter2@127.0.0.1:1/none", "连不上 PostgreSQL（ConnectionRefusedError）。看它是否在运行"),
    ],
)
async def test_what_cannot_be_opened_says_so(url: str, expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        async with opened(url, ()):
            raise AssertionError("opened")
    (line,) = refused.value.problems
    assert line.startswith(f"[database] url：{expected}")


async def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=f"{tmp_path} 是目录，不是文件。改"):
        async with opened(f"sqlite://{tmp_path}", ()):
            raise AssertionError("opened")


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3").write_bytes(b"no database" * 1000)
    with pytest.raises(ConfigError, match="文件不是 SQLite 数据库，或已损坏"):
        async with opened(f"sqlite://{tmp_path}/x.sqlite3", ()):
            raise AssertionError("opened")


@pytest.mark.postgres
async def test_a_server_that_refuses(postgres_server: str) -> None:
    url = re.sub("//[^@/]*@", "//nobody:hunter2@", of(postgres_server, "postgres"), count=1)
    with pytest.raises(ConfigError) as refused:
        async with opened(url, ()):
            raise AssertionError("opened")
    (line,) = refused.value.problems
    assert line.startswith("[database] url：PostgreSQL 不认这个用户名或密码。核对")
    assert "hunter2" not in line


class CodeError(Exception):
    def __init__(self, sqlstate: str) -> None:
        super().__init__("as the server says")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (CodeError("28P01"), "PostgreSQL 不认这个用户名或密码"),
        (CodeError("53300"), "PostgreSQL 的连接数用完了"),
        (CodeError("25006"), "连到的是只读的备库"),
        (PermissionError(13, "Permission denied", "/x"), "只能读，不能写"),
        (OSError(28, "No space left on device", "/x"), "打不开 /x（No space left on device）"),
        (ConnectionResetError(), "连不上 PostgreSQL（ConnectionResetError）"),
        (sqlite3.OperationalError("database is locked"), "另一个程序一直占着写锁"),
    ],
)
def test_each_trouble_has_its_sentence(error: Exception, expected: str) -> None:
    wrapped = RuntimeError("what the ORM makes of it")
    wrapped.__cause__ = error
    for each in (error, wrapped):
        found = trouble(each)
        assert found
        assert (found.says, bool(found.advice)) == (expected, True)


def test_a_defect_is_no_trouble() -> None:
    assert trouble(KeyError("leader")) is None


def test_a_deadlock_of_postgresql_is_nobody_s_write_lock() -> None:
    assert (
        trouble(RuntimeError("deadlock detected\nDETAIL: Process 7 waits for ShareLock; blocked by process 8.")) is None
    )
