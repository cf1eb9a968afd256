"""A small SQLite file on the local disk, for messages that came while PostgreSQL was away: durable before they are
acknowledged, gone once they are in the inbox.

All processes of one machine share it, so that one person's messages have one order in it, whichever of them heard
them. It is its owner's alone; what is deleted is overwritten, and an empty file shrinks to its headers.
"""

import asyncio
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from bot.domain.upkeep.workings import Depth
from bot.identifiers import UserId
from bot.shapes.incoming import Incoming
from bot.shapes.queue import Spooled
from bot.storage.engine import codec

T = TypeVar("T")

IN_MEMORY: Final = Path(":memory:")
ASIDE_FOR: Final = 30 * 86_400  # seconds that what the inbox refuses is kept for a human
PAGE: Final = 4096
DOUBTED_FOR: Final = 10.0  # seconds after one that was full or broken, until it is tried again
BUSY: Final = 2.0  # seconds that another process's commit may take
SHARE: Final = 0.05  # of the room that one sender may have: who sends without end costs nobody else his messages
LONGEST_KEY: Final = 500  # PostgreSQL's index takes some more
_MAKE: Final = (
    "CREATE TABLE IF NOT EXISTS spool (id INTEGER PRIMARY KEY AUTOINCREMENT, bot TEXT NOT NULL, key TEXT NOT NULL,"
    " urgent INTEGER NOT NULL, at INTEGER NOT NULL, payload TEXT NOT NULL, why TEXT, UNIQUE (bot, key))"
)
# The second has what /metrics asks; the third is almost always empty.
_INDEXES: Final = (
    "CREATE INDEX IF NOT EXISTS spool_waiting ON spool (bot, urgent DESC, id, at) WHERE why IS NULL",
    "CREATE INDEX IF NOT EXISTS spool_aside ON spool (bot, at) WHERE why IS NOT NULL",
)
_PUT: Final = "INSERT INTO spool (bot, key, urgent, at, payload) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_OLDEST: Final = "SELECT id, urgent, payload FROM spool WHERE bot = ? AND why IS NULL ORDER BY urgent DESC, id LIMIT ?"
_ANY: Final = "SELECT 1 FROM spool WHERE bot = ? AND why IS NULL LIMIT 1"
_KNOWN: Final = "SELECT 1 FROM spool WHERE bot = ? AND key = ?"
_ONE: Final = "SELECT 1 FROM spool WHERE bot = ? AND key = ? AND why IS NULL"
_DEPTHS: Final = {
    "waiting": "SELECT count(*), min(at) FROM spool WHERE bot = ? AND why IS NULL",
    "parked": "SELECT count(*), min(at) FROM spool WHERE bot = ? AND why IS NOT NULL",
}
_ASIDE: Final = "SELECT id, at, payload, why FROM spool WHERE bot = ? AND why IS NOT NULL ORDER BY id"
_AGAIN: Final = "UPDATE spool SET why = NULL WHERE bot = ? AND id = ? AND why IS NOT NULL"


_Lane = tuple[UserId, bool]  # whose, and whether it is a cry for help: that has a share of its own
_Row = tuple[str, str, bool, int, str]


@dataclass(frozen=True, slots=True)
class Aside:
    """A message that the inbox refused; `at` in ms since 1970."""

    id: int
    at: int
    payload: str
    why: str


class SpoolFile:
    """The port `Spool`, of one `bot`: two that were started in one folder have the file in common, and no rows."""

    def __init__(self, path: Path, *, bot: str = "", megabytes: int = 200) -> None:
        self._path = path
        self._bot = bot
        self._pages = megabytes * 1024 * 1024 // PAGE
        self._share = int(megabytes * 1024 * 1024 * SHARE)
        self._held = Counter[_Lane]()  # bytes that this process has put since it saw it empty
        self._file: sqlite3.Connection | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._failed_at = float("-inf")  # by the monotonic clock
        self._used = False  # something was put, or found, and not yet seen to be gone

    def possible(self) -> bool:
        """Whether it could be written to, or made, and has lately taken what was to be put."""
        failed_lately = time.monotonic() - self._failed_at < DOUBTED_FOR
        return not failed_lately and os.access(self._path if self._path.exists() else self._path.parent, os.W_OK)

    async def made(self) -> bool:
        """Whether it is there now: to make it takes several writes, which nobody should have to wait for later."""
        try:
            await self._run(self._opened)
        except (sqlite3.Error, OSError):
            return False
        return self.possible()

    def is_empty(self) -> bool:
        """Asked before each commit of the inbox: ten microseconds. One that can't be read holds up nobody."""
        if self._used:
            return False
        if not self._is_there():
            return True
        try:
            self._used = self._opened().execute(_ANY, (self._bot,)).fetchone() is not None
        except (sqlite3.Error, OSError) as error:
            return "locked" not in str(error)
        return not self._used

    def holds(self, key: str) -> bool:
        if self._file is None or self.is_empty():
            return False
        return self._file.execute(_ONE, (self._bot, key)).fetchone() is not None

    async def put(self, batch: Sequence[tuple[Incoming, bool]]) -> Sequence[bool | None]:
        now = int(time.time() * 1000)
        rows = [(self._bot, _sound(each.key), urgent, now, codec.dump(each)) for each, urgent in batch]
        lanes = [(each.sender, urgent) for each, urgent in batch]

        def work(file: sqlite3.Connection) -> tuple[list[bool | None], Counter[_Lane]]:
            put = Counter[_Lane]()
            return [self._put(file, row, lane, put) for row, lane in zip(rows, lanes, strict=True)], put

        self._used = True  # before: what is under way is not overtaken
        try:
            new, put = await self._do(work)
        except Exception:
            self._failed_at, self._used = time.monotonic(), False
            raise
        self._held += put
        return new

    def _put(self, file: sqlite3.Connection, row: _Row, lane: _Lane, put: Counter[_Lane]) -> bool | None:
        """Noted in `put`, unless it is there already or its sender has his share."""
        size = len(row[-1].encode())
        if self._held[lane] + put[lane] + size > self._share:
            return None if file.execute(_KNOWN, row[:2]).fetchone() is None else False
        is_new = file.execute(_PUT, row).rowcount > 0
        if is_new:
            put[lane] += size
        return is_new

    async def oldest(self, most: int) -> Sequence[Spooled]:
        found = await self._do(lambda file: file.execute(_OLDEST, (self._bot, most)).fetchall())
        if not found:
            self._used = False
            self._held.clear()
        return [Spooled(number, bool(urgent), payload) for number, urgent, payload in found]

    async def drop(self, numbers: Sequence[int]) -> None:
        def work(file: sqlite3.Connection) -> None:
            file.executemany("DELETE FROM spool WHERE id = ?", [(number,) for number in numbers])

        await self._do(work)

    async def set_aside(self, number: int, why: str) -> None:
        await self._do(lambda file: file.execute("UPDATE spool SET why = ? WHERE id = ?", (why[:200], number)))

    async def tidy(self) -> None:
        """Nothing of what was deleted stays in the log beside the file either."""
        old = int((time.time() - ASIDE_FOR) * 1000)
        await self._do(lambda file: file.execute("DELETE FROM spool WHERE why IS NOT NULL AND at < ?", (old,)))
        await self._run(lambda: self._opened().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    async def depths(self) -> Sequence[Depth]:
        """States without a row are left out."""

        def look() -> list[Depth]:
            found = [(state, *self._opened().execute(sql, (self._bot,)).fetchone()) for state, sql in _DEPTHS.items()]
            return [Depth("spool", state, number, oldest) for state, number, oldest in found if number]

        return await self._look(look)

    async def aside(self) -> Sequence[Aside]:
        """What the inbox refused, the oldest first."""
        return await self._look(lambda: [Aside(*row) for row in self._opened().execute(_ASIDE, (self._bot,))])

    async def again(self, number: int) -> bool:
        """Offer it to the inbox once more, whichever process does that; False: nothing was set aside by this number."""
        if not self._is_there():
            return False
        return await self._do(lambda file: file.execute(_AGAIN, (self._bot, number)).rowcount > 0)

    async def _look(self, look: Callable[[], list[T]]) -> list[T]:
        """Where there is no file, none is made; one that can't be read has nothing to tell."""
        if not self._is_there():
            return []
        with suppress(sqlite3.Error, OSError):
            return await self._run(look)
        return []

    def _is_there(self) -> bool:
        return self._file is not None or self._path.exists()

    def close(self) -> None:
        if self._thread:
            self._thread.shutdown()
        if self._file:
            self._file.close()
        self._file = self._thread = None

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """One transaction, on the disk when this returns."""

        def transaction() -> T:
            file = self._opened()
            file.execute("BEGIN IMMEDIATE")
            try:
                done = work(file)
                file.execute("COMMIT")
            except BaseException:
                if file.in_transaction:  # what SQLite has no room for, it may have taken back itself
                    file.execute("ROLLBACK")
                raise
            return done

        return await self._run(transaction)

    async def _run(self, work: Callable[[], T]) -> T:
        """In a thread of its own: the disk may take its time. Begun, it comes to its end, whoever is cancelled."""
        self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="spool")
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def _opened(self) -> sqlite3.Connection:
        """Raises sqlite3.Error or OSError."""
        if self._file is None:
            if self._path != IN_MEMORY:
                self._path.touch(mode=0o600)
                with suppress(OSError):  # somebody else's
                    self._path.chmod(0o600)
            file = sqlite3.connect(self._path, timeout=BUSY, isolation_level=None, check_same_thread=False)
            try:
                for setting in ("auto_vacuum = FULL", "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
                    file.execute(f"PRAGMA {setting}")
                file.execute(f"PRAGMA max_page_count = {self._pages}")
                for sql in (_MAKE, *_INDEXES):
                    file.execute(sql)
            except BaseException:
                file.close()
                raise
            self._file = file
        return self._file


def _sound(key: str) -> str:
    """One that the inbox will take as well. Raises ValueError."""
    if "\0" in key or len(key) > LONGEST_KEY:
        raise ValueError("a key that PostgreSQL can't keep")
    return key
