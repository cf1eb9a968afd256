"""How much waits in the two queues, and for how long: for whoever watches, a few cheap queries over partial indexes."""

from datetime import datetime

from bot.domain.safety.accidents.reports import AccidentState
from bot.domain.upkeep.workings import Depth
from bot.shapes.queue import Spool
from bot.storage.engine.database import Database

_INBOX = (
    "SELECT state, COUNT(*) AS number, MIN(received_at) AS oldest FROM inbox"
    " WHERE state <> 'done' AND id > 0 GROUP BY state ORDER BY state"
)
_OUTBOX = (
    "SELECT state, COUNT(*) AS number, MIN(created_at) AS oldest FROM outbox"
    " WHERE state NOT IN ('done', 'refused') AND id > 0 GROUP BY state ORDER BY state"
)

_UNLINKED = "SELECT at FROM trail WHERE id > (SELECT COALESCE(MAX(entry), 0) FROM chain) ORDER BY id LIMIT 1"


class DepthTable:
    """`spool`: where there is one, it is told of as a third queue."""

    def __init__(self, database: Database, spool: Spool | None = None) -> None:
        self._database = database
        self._spool = spool

    async def local(self) -> list[Depth]:
        """Of the spool alone: also while the database is away."""
        return [*await self._spool.depths()] if self._spool else []

    async def unclaimed(self) -> int:
        """Urgent accidents that nobody has confirmed."""
        sql = "SELECT COUNT(*) AS number FROM accident WHERE urgent AND state = ?1"
        return int((await self._database.fetch(sql, AccidentState.OPEN))[0]["number"])

    async def unlinked_since(self) -> datetime | None:
        """When the oldest entry of the trail was made that the chain doesn't have yet."""
        rows = await self._database.fetch(_UNLINKED)
        at = rows[0]["at"] if rows else None
        return datetime.fromisoformat(at) if isinstance(at, str) else at

    async def all(self) -> list[Depth]:
        """States without a row are left out."""
        return [
            Depth(queue, row["state"], row["number"], row["oldest"])
            for queue, sql in (("inbox", _INBOX), ("outbox", _OUTBOX))
            for row in await self._database.fetch(sql)
        ] + await self.local()
