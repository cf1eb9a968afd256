"""Locks of PostgreSQL that belong to a session and not to a transaction, on connections that go back to the pool.

Nothing is wiped there: a lock that is not given back would be held by nobody, until that connection ends.
"""

from contextlib import suppress
from typing import Any, Final

SOON: Final = 5.0  # seconds


async def let_go(connection: Any, sql: str, *values: object) -> None:
    """Give back what `sql` unlocks; else the connection is closed, and its locks with it. Raises only if cancelled."""
    unlocked = False
    try:
        with suppress(Exception):
            await connection.execute(sql, *values, timeout=SOON)
            unlocked = True
    finally:
        if not unlocked:
            with suppress(Exception):  # it is lost already
                connection.terminate()
