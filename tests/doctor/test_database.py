"""What can be wrong with the database."""

import sqlite3
from pathlib import Path

import pytest

from bot.doctor import database
from bot.doctor._finding import Level
from tests.doctor.clinic import Clinic


async def line(clinic: Clinic, path: Path) -> str:
    clinic.values["database"]["url"] = f"sqlite:///{path}"
    return (await clinic.report()).of("database")[0].line


async def test_no_folder(clinic: Clinic) -> None:
    assert (await line(clinic, clinic.folder / "no" / "x.sqlite3")).startswith(
        f"✗ 数据库：目录 {clinic.folder / 'no'} 不存在。"
    )


async def test_a_folder_instead_of_a_file(clinic: Clinic) -> None:
    assert "是目录，不是文件" in await line(clinic, clinic.folder)


async def test_no_database_at_all(clinic: Clinic) -> None:
    (clinic.folder / "x.sqlite3").write_bytes(b"no database" * 1000)
    assert "文件不是 SQLite 数据库，或已损坏" in await line(clinic, clinic.folder / "x.sqlite3")


async def test_an_old_version(clinic: Clinic) -> None:
    async with clinic.running():
        pass
    with sqlite3.connect(clinic.folder / "qunwu.sqlite3") as connection:
        connection.execute("ALTER TABLE job RENAME COLUMN due_at TO due")
    connection.close()
    found = await line(clinic, clinic.folder / "qunwu.sqlite3")
    assert found.startswith("✗ 数据库：表是旧版本的，缺 job.due_at。下一步：先备份数据库")


async def test_nobody_at_postgres(clinic: Clinic) -> None:
    clinic.values["database"]["url"] = "postgres://nobody:hidden@127.0.0.1:9/none"
    finding = (await clinic.report()).of("database")[0]
    assert finding.level is Level.FAIL
    assert "PostgreSQL 是否在运行" in finding.line
    assert "hidden" not in finding.line


@pytest.mark.parametrize(
    ("words", "expected"), [("database is locked", "占着写锁"), ("attempt to write a readonly database", "只能读")]
)
def test_words_of_the_driver(words: str, expected: str) -> None:
    assert expected in database._broken(sqlite3.OperationalError(words), "用不了").says


@pytest.mark.parametrize(("free", "level"), [(10**10, Level.OK), (5 * 10**8, Level.WARN), (10**7, Level.FAIL)])
def test_room_on_the_disk(free: int, level: Level) -> None:
    assert database._room(Path("/data"), free).level is level


def test_two_processes_on_one_file() -> None:
    assert database._crowd([1, 2])[0].says.startswith("2 个进程打开着同一个 SQLite 文件（1、2）")
    assert database._crowd([1]) == []
