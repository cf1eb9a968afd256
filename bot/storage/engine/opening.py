"""The database, opened with its tables made and closed again; one clear line where that can't be."""

import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tortoise.exceptions import BaseORMException

from bot.errors import ConfigError
from bot.storage.audit.audit_key import ring_for
from bot.storage.engine.database import Database
from bot.storage.engine.trouble import Trouble, trouble
from bot.storage.schema.upgrading import NewerSchemaError, UnknownSchemaError, upgrade


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
        case UnknownSchemaError():
            return Trouble("里面的表不是任何一个版本的", "看 [database] url 指对了没有；指对了就从备份恢复")
    return None
