"""The database: reachable, writable, of this version, with room on the disk, and with one process per SQLite file."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._running import holding
from bot.storage.diagnosis import Diagnosis, sqlite_path

AREA: Final = Area.DATABASE
NAME: Final = "数据库"
DISK: Final = "磁盘空间"
PROCESSES: Final = "数据库进程"
SHORT, NONE = 1_000_000_000, 100_000_000  # bytes
UPGRADE: Final = "先备份数据库，再按 docs/operating.md 升级"

READ_ONLY: Final = fail(NAME, "只能读，不能写", "改文件和目录的所有者，让运行机器人的用户能写；只读的磁盘要重新挂载")
PASSWORD: Final = ("PostgreSQL 不认这个用户名或密码", "核对 [database] url 里的用户名和密码，看 pg_hba.conf 是否放行")
SERVER_SAYS: Final = {  # by PostgreSQL's error codes
    "28P01": PASSWORD,
    "28000": PASSWORD,
    "3D000": ("PostgreSQL 里没有这个数据库", "运行 createdb --owner 用户名 数据库名"),
    "42501": ("这个用户没有权限", "把数据库的所有者改成它：ALTER DATABASE … OWNER TO …"),
    "53300": ("PostgreSQL 的连接数用完了", "调大 max_connections；每个进程最多用 20 个连接"),
    "57P03": ("PostgreSQL 正在启动或恢复", "过一会儿再检查"),
    "25006": ("连到的是只读的备库", "把 [database] url 改成主库的地址"),
}


async def check(patient: Patient) -> list[Finding]:
    path = sqlite_path(patient.settings.database.url)
    if path is None:
        return [await _opened(patient)]
    folder = path.resolve().parent
    if not folder.is_dir():
        return [fail(NAME, f"目录 {folder} 不存在", "建好目录，或改 [database] url")]
    found = _file(path, folder) or await _opened(patient)
    room = _room(folder, shutil.disk_usage(folder).free)
    return [found, room, *_crowd(holding(path.resolve()))]


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK)


def _file(path: Path, folder: Path, *, writable: Callable[[Path], bool] = _writable) -> Finding | None:
    """None where there is a file, to be looked into."""
    if path.is_dir():
        return fail(NAME, f"{path} 是目录，不是文件", "改 [database] url")
    if not writable(folder):  # a journal is written beside the file
        return fail(NAME, f"不能在 {folder} 里建文件", "改目录的所有者，或改 [database] url；只读的磁盘要重新挂载")
    if path.exists():
        return None if writable(path) else READ_ONLY
    return ok(NAME, f"{path} 还没有，第一次启动时会建立")


async def _opened(patient: Patient) -> Finding:
    if patient.diagnosis is None:
        return _broken(patient.trouble, "打不开")
    try:
        tables, columns = await patient.diagnosis.missing()
        if columns:
            return fail(NAME, f"表是旧版本的，缺 {', '.join(columns[:5])}", UPGRADE)
        if tables and not await patient.diagnosis.may_create():
            return fail(NAME, "这个用户不能建表", "把数据库的所有者改成它：ALTER DATABASE … OWNER TO …")
        if tables:
            return ok(NAME, "连得上；缺的表会在启动时建立")
        await patient.diagnosis.written()
    except Exception as error:  # whatever a driver raises is the finding
        return _broken(error, "用不了")
    return ok(NAME, f"{_kind(patient.diagnosis)}，可读可写，表是最新的")


def _kind(diagnosis: Diagnosis) -> str:
    return "PostgreSQL" if diagnosis.postgres else "SQLite"


def _broken(error: Exception | None, what: str) -> Finding:
    words = str(error).lower()
    if "not a database" in words or "malformed" in words:
        return fail(NAME, "文件不是 SQLite 数据库，或已损坏", "改 [database] url，或从备份恢复")
    if "locked" in words:
        return fail(NAME, "另一个程序一直占着写锁", "看是否有别的程序打开了这个文件；SQLite 只能给一个机器人用")
    if "readonly" in words or "read-only" in words:
        return READ_ONLY
    causes = list(_causes(error))
    for cause in causes:
        if known := SERVER_SAYS.get(getattr(cause, "sqlstate", "") or ""):
            return fail(NAME, *known)
    if any(isinstance(cause, OSError) for cause in causes):
        return fail(NAME, f"连不上 PostgreSQL（{type(causes[-1]).__name__}）", "看它是否在运行，地址和端口对不对")
    advice = "看地址、用户名、密码和权限；PostgreSQL 是否在运行、数据库是否已建"
    return fail(NAME, f"{what}（{type(error).__name__}）", advice)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """What is behind what the ORM says."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _room(folder: Path, free: int) -> Finding:
    """`free` in bytes."""
    says = f"{folder} 还剩 {free / 1e9:.1f} GB"
    if free < NONE:
        return fail(DISK, says, "马上清理，写满后机器人收不下消息")
    return warn(DISK, says, "清理磁盘或换一块大的") if free < SHORT else ok(DISK, says)


def _crowd(others: Sequence[int]) -> list[Finding]:
    if len(others) < 2:
        return []
    numbers = "、".join(map(str, others))
    return [warn(PROCESSES, f"{len(others)} 个进程打开着同一个 SQLite 文件（{numbers}）", "只留一个机器人，停掉其余的")]
