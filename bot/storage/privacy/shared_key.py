"""The key of processes that share a PostgreSQL and were given none: kept in the database itself.

It lets the bot start with nothing prepared. Whoever has a copy of the whole database has the key as well, so `qunwu
check` asks for one of the company's own; what was sealed before that is still opened with this one.
"""

import base64
import secrets
from collections.abc import Sequence

from bot.storage.engine.database import Database
from bot.storage.models.operating import SealKeyRecord
from bot.storage.privacy.sealing import KEY_BYTES, Seal


async def shared_seal(database: Database, keys: Sequence[bytes]) -> Seal:
    """`keys`: as configured."""
    return Seal([*keys, *await kept_keys(database)] if keys else [await _kept_or_made(database)])


async def kept_keys(database: Database) -> Sequence[bytes]:
    """None, or the one."""
    return [base64.b64decode(row["value"]) for row in await database.fetch("SELECT value FROM seal_key ORDER BY id")]


async def _kept_or_made(database: Database) -> bytes:
    """Of several that start at once one makes it."""
    made = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
    row, _ = await SealKeyRecord.get_or_create({"value": made}, id=1)
    return base64.b64decode(row.value)
