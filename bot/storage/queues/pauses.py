"""Through which channels nothing passes for a while: known to all processes, and after a restart.

The ages are the database's; this process counts what is left by its own monotonic clock. So a clock that is set
back or ahead shortens no pause here, and makes none longer than `LONGEST`.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

import structlog

from bot.domain.upkeep.workings import Shut
from bot.shapes.pauses import OwnPauses
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.times import NOW_MS

log = structlog.get_logger()

LONGEST: Final = 300.0  # seconds; WeCom's window is a minute, and what seems longer is the clock's doing

SENDING: Final = {"message/send": "app", "appchat/send": "appchat"}  # interfaces that a channel is shut along with
ASKED_AGAIN: Final = 120_000  # ms after the end of one: what is shut anew by then was never open

_SHUT: Final = (
    'INSERT INTO "pause" ("name", "until", "errcode", "since") VALUES (?1, {now} + ?2, ?3, {now})'
    ' ON CONFLICT ("name") DO UPDATE SET "until" = excluded."until", "errcode" = excluded."errcode", "since" = CASE'
    ' WHEN "pause"."since" > 0 AND "pause"."until" > excluded."since" - {again}'
    ' THEN "pause"."since" ELSE excluded."since" END'
)
_OPEN: Final = 'SELECT "name", "until", "until" - {now} AS "left" FROM "pause" WHERE "until" > {now}'
_SEEN: Final = (
    'SELECT "name", "errcode", CASE WHEN "since" > 0 THEN {now} - "since" ELSE 0 END AS "lasted",'
    ' "until" - {now} AS "left" FROM "pause" WHERE "until" > {now}'
)
_FORGET: Final = 'DELETE FROM "pause" WHERE "until" < {now} - 86400000'


class PauseTable(OwnPauses):
    """`announce` tells other processes to look."""

    def __init__(self, database: Database, announce: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self._database = database
        self._announce = announce
        self._now = NOW_MS[database.postgres]
        self._known: dict[str, int] = {}  # until when, by the database

    async def shut(self, name: str, seconds: float, errcode: int = 0) -> None:
        self.note(name, seconds)
        try:
            await self._database.execute(
                _SHUT.format(now=self._now, again=ASKED_AGAIN), name, int(seconds * 1000), errcode
            )
            await self._database.execute(_FORGET.format(now=self._now))
        except Exception as error:
            log.warning("pause.not_written", channel=name.partition(":")[0], error=type(error).__name__)
        self._announce()

    async def read(self) -> None:
        for row in await self._database.fetch(_OPEN.format(now=self._now)):
            if self._known.get(row["name"]) != row["until"]:
                self._known[row["name"]] = row["until"]
                self.note(row["name"], min(row["left"] / 1000, LONGEST))


class ShutWays:
    """For whoever watches: whose conversation it is, is left out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Shut]:
        rows = await self._database.fetch(_SEEN.format(now=NOW_MS[self._database.postgres]))
        return [_together(what, list(same)) for what, same in groupby(sorted(rows, key=_what), _what)]


def _what(row: Row) -> str:
    name: str = row["name"]
    return SENDING.get(name, name).partition(":")[0]


def _together(what: str, rows: Sequence[Row]) -> Shut:
    """The one that lasts the longest speaks for all."""
    last = max(rows, key=lambda row: int(row["left"]))
    lasted = max(0, *(row["lasted"] for row in rows)) / 1000
    conversations = sum(":" in row["name"] for row in rows)
    return Shut(what, last["errcode"], lasted, min(last["left"] / 1000, LONGEST), conversations or 1)
