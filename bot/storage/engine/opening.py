"""The database, opened with its tables made and closed again; one clear line where that can't be."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from tortoise.exceptions import BaseORMException

from bot.errors import ConfigError
from bot.storage.audit.audit_key import ring_for
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.engine.trouble import Trouble, trouble
from bot.storage.schema.upgrading import (
    NewerSchemaError,
    OlderSchemaError,
    UnknownSchemaError,
    ensure_current,
    upgrade,
)

PATIENCE: Final = 5.0  # seconds that who only wants to look waits for a server


@asynccontextmanager
async def opened(url: str, audit_keys: Sequence[bytes]) -> AsyncIterator[Database]:
    """`audit_keys`: as configured, by which the trail is stamped.

    Raises ConfigError, without the address: it may hold a password.
    """
    try:
        _ensure_file(url)
        database = await _ready(url)
    except Exception as error:
        raise ConfigError([f"[database] url：{_reason(error)}"]) from error
    try:
        database.stamp_with(ring_for(url, audit_keys))
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def looked_into(url: str) -> AsyncIterator[Database]:
    """As it is, for who only reads: no file and no table is made or changed. Raises ConfigError, as `opened` does."""
    ensure_there(url)
    try:
        database = await Database.open(url)
        try:
            async with asyncio.timeout(PATIENCE):
                await ensure_current(database)
        except BaseException:
            await database.close()
            raise
    except Exception as error:
        raise ConfigError([f"[database] url：{_reason(error)}"]) from error
    try:
        yield database
    finally:
        await database.close()


def ensure_there(url: str) -> None:
    """For who must not make one. Raises ConfigError where it is a file that nobody has made yet."""
    file = sqlite_path(url)
    if file is not None and not file.exists():
        raise ConfigError([f"[database] url：还没有 {file}。机器人第一次启动时会建好；已经在用的话，核对路径"])


def _ensure_file(url: str) -> None:
    """The system says better than SQLite why a file can't be opened. Raises OSError."""
    scheme, _, path = url.partition("://")
    if scheme == "sqlite" and path != ":memory:":
        file = Path(path.partition("?")[0])
        file.touch(mode=0o600)
        with file.open("ab"):
            return


async def _ready(url: str) -> Database:
    database = await Database.open(url)
    try:
        await upgrade(database)
    except BaseException:
        await database.close()
        raise
    return database


def _reason(error: Exception) -> str:
    """Without the driver's words, which may show a password. What nobody has met yet goes on as it is."""
    found = _of_its_tables(error) or trouble(error)
    if found is None and not isinstance(error, sqlite3.Error | BaseORMException | ValueError):
        raise error
    return f"{found.says}。{found.advice}" if found else f"打不开（{type(error).__name__}）。看地址、用户名、密码和权限"


def _of_its_tables(error: Exception) -> Trouble | None:
    match error:
        case NewerSchemaError(found, known):
            says = f"它的表是第 {found} 版，这个程序只认识到第 {known} 版"
            return Trouble(says, "换成新的程序，或恢复升级前的备份")
        case OlderSchemaError():
            return Trouble("它的表比这个程序旧", "启动机器人，或运行 qunwu migrate")
        case UnknownSchemaError():
            return Trouble("里面的表不是任何一个版本的", "看 [database] url 指对了没有；指对了就从备份恢复")
    return None
