"""Through which channels nothing passes for a while: known to all processes, and after a restart.

The ages are the database's; this process counts what is left by its own monotonic clock. So a clock that is set
back or ahead shortens no pause here, and makes none longer than `LONGEST`.
"""

from collections.abc import Callable
from typing import Final

import structlog

from bot.shapes.pauses import OwnPauses
from bot.storage.engine.database import Database
from bot.storage.engine.times import NOW_MS

log = structlog.get_logger()

LONGEST: Final = 300.0  # seconds; WeCom's window is a minute, and what seems longer is the clock's doing

_SHUT: Final = (
    'INSERT INTO "pause" ("name", "until") VALUES (?1, {now} + ?2)'
    ' ON CONFLICT ("name") DO UPDATE SET "until" = excluded."until"'
)
_OPEN: Final = 'SELECT "name", "until", "until" - {now} AS "left" FROM "pause" WHERE "until" > {now}'
_FORGET: Final = 'DELETE FROM "pause" WHERE "until" < {now} - 86400000'


class PauseTable(OwnPauses):
    """`announce` tells other processes to look."""

    def __init__(self, database: Database, announce: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self._database = database
        self._announce = announce
        self._now = NOW_MS[database.postgres]
        self._known: dict[str, int] = {}  # until when, by the database

    async def shut(self, name: str, seconds: float) -> None:
        self.note(name, seconds)
        try:
            await self._database.execute(_SHUT.format(now=self._now), name, int(seconds * 1000))
            await self._database.execute(_FORGET.format(now=self._now))
        except Exception as error:
            log.warning("pause.not_written", channel=name.partition(":")[0], error=type(error).__name__)
        self._announce()

    async def read(self) -> None:
        for row in await self._database.fetch(_OPEN.format(now=self._now)):
            if self._known.get(row["name"]) != row["until"]:
                self._known[row["name"]] = row["until"]
                self.note(row["name"], min(row["left"] / 1000, LONGEST))
