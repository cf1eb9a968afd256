"""Where the key of what is kept sealed comes from, if the configuration names none: a file beside a SQLite database.

Such a file keeps a stolen copy of the database closed, and nothing more: whoever reads the folder has both. For what
processes share that use one PostgreSQL see `shared_key`.
"""

import base64
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from bot.errors import ConfigError, unreadable
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.privacy.sealing import KEY_BYTES, Seal

HOW = "用 openssl rand -base64 32 生成一个"


def seal_for(url: str, keys: Sequence[bytes]) -> Seal:
    """`keys`: as configured. Raises ConfigError. What is in memory needs no key that outlives it."""
    if keys:
        return Seal(keys)
    path = key_path(url)
    return Seal([kept(path)]) if path else Seal.fresh()


def key_path(url: str, ending: str = "key") -> Path | None:
    """`qunwu.sqlite3.key`; None where there is no file to lie beside."""
    database = sqlite_path(url)
    return database.with_name(f"{database.name}.{ending}") if database else None


def kept(path: Path, called: str = "加密用的密钥") -> bytes:
    """Made where it is missing, readable by its owner alone. Raises ConfigError."""
    try:
        _make(path)
        return read_key(path.read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{called} {path}：{unreadable(error)}"]) from None
    except ValueError:
        raise ConfigError([f"{called} {path}：内容不对，应当是 32 字节的 base64。请从备份恢复"]) from None


def _make(path: Path) -> None:
    """Written under another name first: one that is half written would be taken for the key."""
    if path.exists():
        return
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(made, path)  # unlike a rename it replaces nothing
    except FileExistsError:
        return
    finally:
        made.unlink()


def read_key(written: str) -> bytes:
    """Raises ValueError."""
    key = base64.b64decode(written, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key of another length")
    return key
