"""The key of backups, and the keys that go along in one.

Without one in the configuration it is made beside a SQLite database: that keeps a copied folder of backups closed, and
is of no use to whoever has lost the machine. So `qunwu check` asks for a copy of it elsewhere.
"""

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.storage.audit.audit_key import audit_key_path
from bot.storage.privacy.key_file import HOW, kept, key_path, read_key

CALLED: Final = "备份的密钥"
SEAL: Final = "seal"
AUDIT: Final = "audit"
NEEDED: Final = f"[backup] secret_file：没有密钥，备份没法加密。几个进程共用的 PostgreSQL 要自己配一个，{HOW}"


def backup_key_path(url: str) -> Path | None:
    """`qunwu.sqlite3.backup.key`; None where there is no file to lie beside."""
    return key_path(url, "backup.key")


def backup_key(url: str, keys: Sequence[bytes]) -> bytes | None:
    """`keys`: as configured; the first one closes. None: processes that share a PostgreSQL must be given one. Raises
    ConfigError."""
    if keys:
        return keys[0]
    path = backup_key_path(url)
    return kept(path, CALLED) if path else None


def own_keys(url: str) -> Mapping[str, str]:
    """What the bot made for itself beside its database, in base64; those that the configuration names stay there."""
    paths = {SEAL: key_path(url), AUDIT: audit_key_path(url)}
    return {what: path.read_text(encoding="ascii").strip() for what, path in paths.items() if path and path.exists()}


def put_down(keys: Mapping[str, str], url: str) -> Sequence[str]:
    """Beside a restored SQLite database; which of them found no place. Raises OSError, ValueError."""
    homeless = list[str]()
    for what, written in keys.items():
        read_key(written)
        path = key_path(url) if what == SEAL else audit_key_path(url)
        if path is None:
            homeless.append(what)
            continue
        path.touch(mode=0o600)
        path.write_text(f"{written}\n", encoding="ascii")
    return homeless


def encoded(key: bytes) -> str:
    return base64.b64encode(key).decode()
