"""What can be wrong with the database."""

import re
import sqlite3
from pathlib import Path

import pytest

from bench.postgres import administer, of
from bot.config.spool import SpoolSection
from bot.doctor import database
from bot.doctor._finding import Level
from bot.doctor.database import kept_at
from tests.doctor.clinic import Clinic
from tests.postgres import fresh


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
    assert finding.line == (
        "✗ 数据库：连不上 PostgreSQL（ConnectionRefusedError）。下一步：看它是否在运行，地址和端口对不对。"
    )


def as_user(url: str, name: str) -> str:
    return re.sub("//[^@/]*@", f"//{name}:x@", url, count=1)


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("user", "name", "expected"),
    [
        ("postgres", "nowhere", "✗ 数据库：PostgreSQL 里没有这个数据库。下一步：运行 createdb --owner"),
        ("nobody", "postgres", "✗ 数据库：PostgreSQL 不认这个用户名或密码。下一步：核对 [database] url 里的"),
    ],
)
async def test_postgres_refuses(clinic: Clinic, postgres_server: str, user: str, name: str, expected: str) -> None:
    clinic.values["database"]["url"] = as_user(of(postgres_server, name), user)
    finding = (await clinic.report()).of("database")[0]
    assert finding.line.startswith(expected)


@pytest.mark.postgres
async def test_a_user_that_may_not_make_tables(clinic: Clinic, postgres_server: str) -> None:
    async with fresh(postgres_server) as url:
        role = f"guest_{url.partition('?')[0].rpartition('/')[2]}"
        await administer(url, f"CREATE ROLE {role} LOGIN PASSWORD 'x'")
        await administer(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        clinic.values["database"]["url"] = as_user(url, role)
        assert "这个用户不能建表" in (await clinic.report()).of("database")[0].line
        await administer(postgres_server, f"DROP ROLE {role}")


def test_what_may_not_be_written(tmp_path: Path) -> None:
    """Asked for by hand: rights keep nobody out who is root."""
    file = tmp_path / "x.sqlite3"
    file.touch()
    for writable, expected in ((set[Path](), "不能在"), ({tmp_path}, "只能读，不能写"), ({tmp_path, file}, None)):
        found = database._file(file, tmp_path, writable=writable.__contains__)
        assert (found and found.says.startswith(expected or "")) is (True if expected else None)


@pytest.mark.parametrize(("free", "level"), [(10**10, Level.OK), (5 * 10**8, Level.WARN), (10**7, Level.FAIL)])
def test_room_on_the_disk(free: int, level: Level) -> None:
    assert database._room(Path("/data"), free).level is level


def test_two_processes_on_one_file() -> None:
    assert database._crowd([1, 2])[0].says.startswith("2 个进程打开着同一个 SQLite 文件（1、2）")
    assert database._crowd([1]) == []


def test_where_messages_go_while_postgresql_is_away(tmp_path: Path) -> None:
    assert kept_at(SpoolSection(file=tmp_path / "spool")).level is Level.OK
    assert kept_at(SpoolSection(file=tmp_path / "nowhere" / "spool")).level is Level.FAIL
    short = kept_at(SpoolSection(file=tmp_path / "spool"), free=lambda _: 150_000_000)
    assert (short.level, "不到 200 MB" in short.line) == (Level.WARN, True)
    assert kept_at(SpoolSection(file="")).level is Level.WARN  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []  # only looked at
