"""The outbox of several processes on one PostgreSQL: one reader's parcels in order, limits counted together.

What is being sent belongs to the process whose number it carries. When that process is gone, another one takes the row
over; whoever lost a row in this way has no say about it any more.
"""

from collections.abc import Callable, Sequence
from typing import Final

import structlog

from bot.delivery.limits import REMEMBERED
from bot.shapes.queue import Claim, NotYet, OutboxRow, Quota, Settlement, Waiting
from bot.storage.engine.database import Database
from bot.storage.queues.outbox import OutboxTable

LOOK_AGAIN: Final = 0.1  # seconds, while another process sends to the same reader
SLOWEST: Final = 5_000  # ms: WeCom may have counted another process's call so much later than that one wrote it down

log = structlog.get_logger()

_LOCK: Final = (
    "SELECT outbox.id, pg_try_advisory_xact_lock(hashtextextended('lane:' || outbox.urgent || outbox.lane, 0)) AS lane,"
    " pg_try_advisory_xact_lock(hashtextextended('route:' || claimed.route, 0)) AS route"
    " FROM unnest(?1::bigint[], ?2::text[]) AS claimed (id, route) JOIN outbox ON outbox.id = claimed.id"
)
_SENT: Final = "SELECT id, route, at FROM ledger WHERE route = ANY(?1::text[]) AND id > ?2 AND at > ?3 ORDER BY id"
_CLAIM: Final = (
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ?1, route = ?2, check_duplicates = ?3,"
    " owner = ?4 WHERE id = ?5 AND state = 'waiting' AND NOT EXISTS (SELECT 1 FROM outbox other"
    " WHERE other.state NOT IN ('done', 'refused') AND other.lane = outbox.lane AND other.id <> outbox.id"
    " AND other.urgent = outbox.urgent"
    " AND (other.state = 'sending' OR other.state = 'waiting' AND other.id < outbox.id))"
)
_WAITS: Final = "SELECT id FROM outbox WHERE id = ?1 AND state = 'waiting'"
_COUNT: Final = (
    "INSERT INTO ledger (route, at, outbox_id, digest) SELECT route, ?2::bigint, ?3::bigint, ?4"
    " FROM unnest(?1::text[]) AS routes (route) RETURNING id, route"
)
_ADOPT: Final = (
    "UPDATE outbox SET owner = ?1 WHERE state NOT IN ('done', 'refused') AND state = 'sending'"
    " AND (owner IS NULL OR owner NOT IN (SELECT id FROM process)) RETURNING id"
)
_MAY_SETTLE: Final = (
    "SELECT id FROM outbox WHERE id = ?1 AND (state = 'waiting' OR state = 'sending' AND owner = ?2) FOR UPDATE"
)


class SharedOutboxTable(OutboxTable):
    """`number` is this process's among `Members`."""

    def __init__(self, database: Database, number: Callable[[], int], quota: Quota) -> None:
        super().__init__(database)
        self._number = number
        self._quota = quota
        self._read: dict[str, int] = {}  # route -> the last row of the ledger that was counted

    async def interrupted(self) -> Sequence[int]:
        """Taken over from processes that are gone."""
        return sorted(row["id"] for row in await self._database.fetch(_ADOPT, self._number()))

    async def sent_since(self, at: int) -> Sequence[tuple[str, int]]:
        """Nothing: each route is counted when it is first used."""
        return ()

    async def get(self, row: int) -> OutboxRow:
        found = await super().get(row)
        if found.state == "sending" and found.owner != self._number():
            raise NotYet(LOOK_AGAIN)
        return found

    async def claim(self, batch: Sequence[Claim]) -> Sequence[bool | NotYet | None]:
        async def work() -> list[bool | NotYet | None]:
            locked = await self._lock(batch)
            return [await self._claim(each) if each.id in locked else NotYet(LOOK_AGAIN) for each in batch]

        return await self._database.transact(work)

    async def _lock(self, batch: Sequence[Claim]) -> set[int]:
        """Rows whose readers and whose routes nobody else claims for until the transaction ends."""
        pairs = [(each.id, route) for each in batch for route in each.routes]
        rows = await self._database.fetch(_LOCK, [number for number, _ in pairs], [route for _, route in pairs])
        taken = {row["id"] for row in rows if not (row["lane"] and row["route"])}
        return {row["id"] for row in rows} - taken

    async def _claim(self, claim: Claim) -> bool | NotYet | None:
        if wait := await self._over(claim):
            return NotYet(wait / 1000)
        check = claim.ask_check and not await self._sent_before(claim)
        values = (claim.at, claim.route, check, self._number(), claim.id)
        if not await self._database.execute(_CLAIM, *values):
            return NotYet(LOOK_AGAIN) if await self._database.fetch(_WAITS, claim.id) else None
        counted = await self._database.fetch(_COUNT, list(claim.routes), claim.at, claim.id, claim.digest)
        self._read.update((row["route"], row["id"]) for row in counted)
        return check

    async def _over(self, claim: Claim) -> int:
        """ms that this one must wait, now that what others sent is counted too."""
        last = min(self._read.get(route, 0) for route in claim.routes)
        rows = await self._database.fetch(_SENT, list(claim.routes), last, claim.at - REMEMBERED)
        for row in rows:
            if row["id"] > self._read.get(row["route"], 0):
                self._quota.learn(row["route"], [row["at"] + SLOWEST])
                self._read[row["route"]] = row["id"]
        return max(self._quota.over(route, claim.at, urgent=claim.urgent) for route in claim.routes)

    async def _settle(self, new: Settlement) -> Sequence[Waiting]:
        if await self._database.fetch(_MAY_SETTLE, new.id, self._number()):
            return await super()._settle(new)
        log.warning("parcel.overtaken", parcel=new.id, state=new.state)
        return ()
