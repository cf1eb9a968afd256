"""The database: reachable, writable, of this version, with room on the disk, and with one process per SQLite file."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bot.config.spool import SpoolSection
from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._running import holding
from bot.storage.engine.diagnosis import Diagnosis, sqlite_path
from bot.storage.engine.trouble import NOT_OWNER, READ_ONLY, trouble
from bot.storage.queues.spool import SpoolFile

AREA: Final = Area.DATABASE
NAME: Final = "数据库"
DISK: Final = "磁盘空间"
PROCESSES: Final = "数据库进程"
SPOOL: Final = "断库暂存"
SHORT, NONE = 1_000_000_000, 100_000_000  # bytes
UPGRADE: Final = "先备份数据库，再按 docs/operating.md 升级"


async def check(patient: Patient) -> list[Finding]:
    path = sqlite_path(patient.settings.database.url)
    if path is None:
        return [await _opened(patient), kept_at(patient.settings.spool)]
    folder = path.resolve().parent
    if not folder.is_dir():
        return [fail(NAME, f"目录 {folder} 不存在", "建好目录，或改 [database] url")]
    found = _file(path, folder) or await _opened(patient)
    room = _room(folder, shutil.disk_usage(folder).free)
    return [found, room, *_crowd(holding(path.resolve()))]


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def kept_at(spool: SpoolSection, *, free: Callable[[Path], int] = _free) -> Finding:
    """Where messages go while PostgreSQL is away. `free`: bytes on the disk of a folder."""
    if spool.file is None:
        return warn(SPOOL, "没有设，PostgreSQL 断开时收不下消息", "在 [spool] 写 file，放在本机磁盘上")
    file = SpoolFile(spool.file, megabytes=spool.megabytes)
    if not file.possible():
        return fail(SPOOL, f"不能写 {spool.file}", "改 [spool] file，或改目录的所有者，让运行机器人的用户能写")
    if free(folder := spool.file.resolve().parent) < spool.megabytes * 1024 * 1024:
        says = f"{folder} 剩下的不到 {spool.megabytes} MB，PostgreSQL 断开时收不下那么多消息"
        return warn(SPOOL, says, "清理磁盘，或把 [spool] megabytes 改小")
    return ok(SPOOL, f"PostgreSQL 断开时消息先存在 {spool.file}")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK)


def _file(path: Path, folder: Path, *, writable: Callable[[Path], bool] = _writable) -> Finding | None:
    """None where there is a file, to be looked into."""
    if path.is_dir():
        return fail(NAME, f"{path} 是目录，不是文件", "改 [database] url")
    if not writable(folder):  # a journal is written beside the file
        return fail(NAME, f"不能在 {folder} 里建文件", "改目录的所有者，或改 [database] url；只读的磁盘要重新挂载")
    if path.exists():
        return None if writable(path) else fail(NAME, READ_ONLY.says, READ_ONLY.advice)
    return ok(NAME, f"{path} 还没有，第一次启动时会建立")


async def _opened(patient: Patient) -> Finding:
    if patient.diagnosis is None:
        return _broken(patient.trouble, "打不开")
    try:
        tables, columns = await patient.diagnosis.missing()
        if columns:
            return fail(NAME, f"表是旧版本的，缺 {', '.join(columns[:5])}", UPGRADE)
        if tables and not await patient.diagnosis.may_create():
            return fail(NAME, "这个用户不能建表", NOT_OWNER.advice)
        if tables:
            return ok(NAME, "连得上；缺的表会在启动时建立")
        await patient.diagnosis.written()
    except Exception as error:  # whatever a driver raises is the finding
        return _broken(error, "用不了")
    return ok(NAME, f"{_kind(patient.diagnosis)}，可读可写，表是最新的")


def _kind(diagnosis: Diagnosis) -> str:
    return "PostgreSQL" if diagnosis.postgres else "SQLite"


def _broken(error: Exception | None, what: str) -> Finding:
    found = trouble(error) if error else None
    if found:
        return fail(NAME, found.says, found.advice)
    return fail(NAME, f"{what}（{type(error).__name__}）", "看地址、用户名、密码和权限，以及机器人的日志")


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
