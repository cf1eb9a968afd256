"""Where the key of the chain over the trail comes from: the configuration, else a file beside a SQLite database.

It is never kept in a database: whoever has that is the one against whom the chain is. So processes that share a
PostgreSQL must be given one; without it nothing is linked, and `qunwu check` says so.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bot.domain.audit.links import Keyring
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.privacy.key_file import kept, key_path
from bot.storage.privacy.sealing import KEY_BYTES

CALLED: Final = "审计链的密钥"


def ring_for(url: str, keys: Sequence[bytes]) -> Keyring | None:
    """`keys`: as configured. Raises ConfigError. What is in memory needs no key that outlives it."""
    if keys:
        return Keyring(keys)
    if path := audit_key_path(url):
        return Keyring([kept(path, CALLED)])
    return Keyring([secrets.token_bytes(KEY_BYTES)]) if _in_memory(url) else None


def audit_key_path(url: str) -> Path | None:
    """`qunwu.sqlite3.audit.key`; None where there is no file to lie beside."""
    return key_path(url, "audit.key")


def _in_memory(url: str) -> bool:
    return url.startswith("sqlite://") and sqlite_path(url) is None
