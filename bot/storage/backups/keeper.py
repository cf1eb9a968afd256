"""Makes the backups that are wanted, in a lane of its own, and deletes those that are superfluous.

A rehearsal is a process of its own, which is given the file and the key and nothing else: what somebody would have who
lost the machine.
"""

import asyncio
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

import structlog

from bot.domain.upkeep.backups import Backup, BackupRules, BackupState, superfluous
from bot.errors import ConfigError, unreadable
from bot.shapes.act import Act
from bot.shapes.lease import SOLE, Lease
from bot.storage.backups.keys import NEEDED, backup_key, encoded, own_keys
from bot.storage.backups.table import BackupTable
from bot.storage.backups.writing import UnkeptError, back_up
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.queues.jobs import JobTable

log = structlog.get_logger()

BACKUPS: Final = "backups"  # a lease
NEWS: Final = "backup-news"  # the job that tells what became of one
NO_FOLDER: Final = "[backup] folder：没有填放备份的文件夹"
MOST_SAID: Final = 200  # characters of a problem
PATIENCE: Final = 3600.0  # seconds of a rehearsal


@dataclass(frozen=True, slots=True)
class Places:
    """`keys`: as configured; `copy_to`: a second folder."""

    url: str
    keys: Sequence[bytes]
    folder: Path | None
    copy_to: Path | None = None

    def first(self) -> Path | None:
        """The folder; None: nobody said where, and there is no file to lie beside."""
        database = sqlite_path(self.url)
        return self.folder or (database.with_name("backups") if database else None)


class Keeper:
    """`lease`: of several processes one makes them."""

    def __init__(self, database: Database, places: Places, rules: BackupRules, *, lease: Lease = SOLE) -> None:
        self._database = database
        self._lease = lease
        self._places = places
        self._rules = rules
        self._table = BackupTable()
        self._lock = asyncio.Lock()

    async def work(self, now: datetime) -> None:
        """All that is wanted by now; raises nothing."""
        if self._lock.locked() or not self._lease.held():
            return
        async with self._lock:
            try:
                for each in await self._table.wanted():
                    await self._end(await self._made(each, now), now)
                    await self._tidy(now)
            except Exception:
                log.exception("backup.failed")

    async def _made(self, wanted: Backup, now: datetime) -> Backup:
        try:
            return await self._taken(wanted, now)
        except UnkeptError:
            return _failed(wanted, "数据库在内存里，没有可以备份的")
        except ConfigError as error:
            return _failed(wanted, error.problems[0])
        except OSError as error:
            return _failed(wanted, f"写不进去：{unreadable(error)}")
        except Exception as error:
            log.exception("backup.failed", number=wanted.number)
            return _failed(wanted, f"没做成（{type(error).__name__}），详情看运行日志")

    async def _taken(self, wanted: Backup, now: datetime) -> Backup:
        """Raises ConfigError, OSError, UnkeptError, what the driver raises."""
        key = await asyncio.to_thread(backup_key, self._places.url, self._places.keys)
        if (folder := self._places.first()) is None or key is None:
            raise ConfigError([NEEDED if folder else NO_FOLDER])
        await asyncio.to_thread(folder.mkdir, 0o700, parents=True, exist_ok=True)
        path = folder / f"qunwu-{now:%Y%m%d-%H%M%S}.qunwu"
        keys = await asyncio.to_thread(own_keys, self._places.url)
        made = await back_up(self._database, self._places.url, path, key, keys, at=now)
        done = replace(wanted, state=BackupState.MADE, file=path.name, taken_at=now, rows=made.rows, size=made.bytes)
        done = await self._copied(done, path)
        return await _rehearsed(done, path, key, now) if wanted.rehearse else done

    async def _copied(self, backup: Backup, path: Path) -> Backup:
        """The copy elsewhere may fail, and the backup is there all the same."""
        if self._places.copy_to is None:
            return backup
        try:
            await asyncio.to_thread(_copy, path, self._places.copy_to)
        except OSError as error:
            problem = f"没能复制到 {self._places.copy_to}：{unreadable(error)}"
            return replace(backup, copied=False, problem=problem[:MOST_SAID])
        return replace(backup, copied=True)

    async def _end(self, backup: Backup, now: datetime) -> None:
        by = _act(now)

        async def work() -> None:
            await self._table.save(backup, "made" if backup.state is BackupState.MADE else "failed", by=by)
            await JobTable().hasten(NEWS, now)

        await self._database.transact(work)

    async def _tidy(self, now: datetime) -> None:
        for each in superfluous(await self._table.all(), self._rules, now):
            for folder in filter(None, (self._places.first(), self._places.copy_to)):
                await asyncio.to_thread((folder / each.file).unlink, missing_ok=True)
            gone = replace(each, state=BackupState.GONE)
            await self._database.transact(partial(self._table.save, gone, "gone", by=_act(now)))


def _copy(path: Path, folder: Path) -> None:
    """Under its name only when it is whole."""
    part = folder / f"{path.name}.part"
    shutil.copyfile(path, part)
    part.chmod(0o600)
    part.rename(folder / path.name)


async def _rehearsed(backup: Backup, path: Path, key: bytes, now: datetime) -> Backup:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "restore", str(path), "--rehearse", "--key", "-"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            out, err = await process.communicate(encoded(key).encode())
    except TimeoutError:
        return replace(backup, problem="演练恢复一小时还没有做完")
    finally:
        if process.returncode is None:  # also where the bot stops: it clears away what it has restored
            process.terminate()
    if process.returncode == 0 and json.loads(out)["rows"] == backup.rows:
        return replace(backup, restored_at=now)
    said = json.loads(out)["problem"] if out else err.decode().strip().rpartition("\n")[2]
    return replace(backup, problem=f"演练恢复没有成功：{said}"[:MOST_SAID])


def _failed(backup: Backup, problem: str) -> Backup:
    return replace(backup, state=BackupState.FAILED, problem=problem[:MOST_SAID])


def _act(now: datetime) -> Act:
    return Act("system:backup", "backup", "系统", f"backup:{now.isoformat()}", now)
