"""Which parcels a process may send now, among several on one PostgreSQL: many at a time, a statement for each question.

Readers and routes are locked by the transaction that claims, so that nobody counts what was sent without counting what
another process is about to send. The ledger's times are the database's: machines whose clocks differ count alike.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.delivery.limits import REMEMBERED
from bot.shapes.queue import Claim, NotYet, Quota
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.times import NOW_MS
from bot.storage.queues.outbox import DUPLICATE_WINDOW_MS
from bot.storage.queues.pauses import LONGEST

LOOK_AGAIN: Final = 0.1  # seconds, while another process sends to the same reader
# ms: WeCom may have counted another process's call so much later than that one wrote it down. Of a call that took
# longer, its end is written down as well.
SLOWEST: Final = 5_000
DIFFERS: Final = 1_000  # ms that a clock must be off until it is said to be; less may be the way to the server and back

Claimed = bool | NotYet | None  # as `OutboxRows.claim` returns it

# The server has room for some thousands of locks: a call for a thousand readers takes them only where it may go.
_LOCK: Final = (
    "WITH mine AS MATERIALIZED (SELECT id,"  # noqa: S608
    " pg_try_advisory_xact_lock(hashtextextended('lane:' || outbox.urgent || outbox.lane, 0)) AS lane"
    " FROM outbox WHERE id = ANY(?1::bigint[]))"
    " SELECT mine.id, mine.lane, CASE WHEN mine.lane"
    " THEN pg_try_advisory_xact_lock(hashtextextended('route:' || claimed.route, 0)) ELSE false END AS route,"
    " (SELECT max(until) FROM pause WHERE name IN (claimed.route, split_part(claimed.route, ':', 1))"
    f" AND until <= {NOW_MS[True]} + {int(LONGEST * 1000)}) - {NOW_MS[True]} AS shut, {NOW_MS[True]} AS now"
    " FROM unnest(?1::bigint[], ?2::text[]) AS claimed (id, route) JOIN mine ON mine.id = claimed.id"
)
_SENT: Final = (
    "SELECT ledger.id, ledger.route, ledger.at FROM unnest(?1::text[], ?2::bigint[]) AS known (route, last)"
    " JOIN ledger ON ledger.route = known.route AND ledger.id > known.last AND ledger.at > ?3 ORDER BY ledger.id"
)
_SENT_BEFORE: Final = (
    "SELECT DISTINCT said.id FROM unnest(?1::bigint[], ?2::text[], ?3::text[]) AS said (id, route, digest)"
    " JOIN ledger ON ledger.route = said.route AND ledger.at > ?4 AND ledger.digest = said.digest"
    " AND ledger.outbox_id <> said.id"
)
# Here and in its neighbours, conditions on the state stand in a SELECT of their own: the server counts now and then
# only, and while it believes that nothing is open it would rather read all that is open than look up these few.
_CLAIM: Final = (
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = claimed.at, route = claimed.route,"
    " check_duplicates = claimed.checked, owner = ?6"
    " FROM unnest(?1::bigint[], ?2::bigint[], ?3::text[], ?4::bool[], ?5::text[])"
    " AS claimed (id, at, route, checked, version)"
    " WHERE outbox.id = claimed.id AND outbox.id = ANY(?1::bigint[])"
    " AND (SELECT outbox.state = 'waiting' AND claimed.version IN ('', outbox.xmin::text)"
    " AND NOT EXISTS (SELECT 1 FROM outbox other"
    " WHERE other.state NOT IN ('done', 'refused') AND other.lane = outbox.lane AND other.id <> outbox.id"
    " AND other.urgent = outbox.urgent"
    " AND (other.state = 'sending' OR other.state = 'waiting' AND other.id < outbox.id))) RETURNING outbox.id"
)
_WAITS: Final = "SELECT id FROM outbox WHERE id = ANY(?1::bigint[]) AND (SELECT outbox.state = 'waiting')"
_COUNT: Final = (
    "INSERT INTO ledger (route, at, outbox_id, digest) SELECT route, at, id, digest"
    " FROM unnest(?1::text[], ?2::bigint[], ?3::bigint[], ?4::text[]) AS sent (route, at, id, digest)"
    " RETURNING id, route"
)


class Claims:
    """Of the process `number`. `wall`: its machine's clock, in seconds since 1970."""

    def __init__(
        self, database: Database, number: Callable[[], int], quota: Quota, *, wall: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._number = number
        self._quota = quota
        self._wall = wall
        self._ahead = 0  # ms by which that clock goes before the database's
        self._read: dict[str, int] = {}  # route -> the last row of the ledger that was counted

    async def claim(self, batch: Sequence[Claim]) -> Sequence[Claimed]:
        """Inside a transaction."""
        later = await self._lock(batch)
        found: dict[int, Claimed] = {**later}
        for some in _rounds(each for each in batch if each.id not in later):
            found |= await self._claim(some)
        return [found[each.id] for each in batch]

    async def _lock(self, batch: Sequence[Claim]) -> dict[int, NotYet]:
        """Nobody else claims for the same readers and routes until the transaction ends. What can't go now: others are
        at that already, or WeCom has shut the channel, as one of them was told. A pause that would last longer than
        any does was written before the clock was set back."""
        pairs = [(each.id, route) for each in batch for route in each.routes]
        began = self._wall()
        rows = await self._database.fetch(_LOCK, [number for number, _ in pairs], [route for _, route in pairs])
        self._compare(began, rows)
        free = {row["id"] for row in rows} - {row["id"] for row in rows if not (row["lane"] and row["route"])}
        taken = {each.id: NotYet(LOOK_AGAIN) for each in batch if each.id not in free}
        return taken | {row["id"]: NotYet(row["shut"] / 1000) for row in rows if (row["shut"] or 0) > 0}

    def _compare(self, began: float, rows: Sequence[Row]) -> None:
        """An answer that took longer than a clock may be off tells nothing."""
        ended = self._wall()
        if rows and 0 <= (ended - began) * 1000 < DIFFERS:
            ahead = int((began + ended) * 500) - rows[0]["now"]
            self._ahead = ahead if abs(ahead) >= DIFFERS else 0

    async def _claim(self, claims: Sequence[Claim]) -> dict[int, Claimed]:
        await self._learn(claims)
        waits = {each.id: self._over(each) for each in claims}
        found: dict[int, Claimed] = {row: NotYet(wait / 1000) for row, wait in waits.items() if wait}
        free = [each for each in claims if not waits[each.id]]
        if not free:
            return found
        before = await self._sent_before(free)
        checks = {each.id: each.ask_check and each.id not in before for each in free}
        columns = zip(*((each.id, each.at, each.route, checks[each.id], each.version) for each in free), strict=True)
        claimed = {row["id"] for row in await self._database.fetch(_CLAIM, *map(list, columns), self._number())}
        await self._count([each for each in free if each.id in claimed])
        return found | {row: checks[row] for row in claimed} | await self._refused([*checks.keys() - claimed])

    async def _refused(self, rows: Sequence[int]) -> dict[int, NotYet | None]:
        """None: another process had it already."""
        if not rows:
            return {}
        waiting = {row["id"] for row in await self._database.fetch(_WAITS, rows)}
        return {row: NotYet(LOOK_AGAIN) if row in waiting else None for row in rows}

    async def _learn(self, claims: Sequence[Claim]) -> None:
        """What others sent is counted too."""
        routes = [route for each in claims for route in each.routes]
        since = min(each.at for each in claims) - self._ahead - REMEMBERED
        last = [self._read.get(route, 0) for route in routes]
        for row in await self._database.fetch(_SENT, routes, last, since):
            self._quota.learn(row["route"], [row["at"] + self._ahead + SLOWEST])
            self._read[row["route"]] = row["id"]

    def _over(self, claim: Claim) -> int:
        """ms that this one must wait."""
        return max(self._quota.over(route, claim.at, urgent=claim.urgent) for route in claim.routes)

    async def _sent_before(self, claims: Sequence[Claim]) -> set[int]:
        """Of which another parcel with an equal body went the same way lately: WeCom would drop these."""
        said = [(each.id, route, each.digest) for each in claims if each.ask_check for route in each.routes]
        if not said:
            return set()
        since = min(each.at for each in claims) - self._ahead - DUPLICATE_WINDOW_MS
        rows = await self._database.fetch(_SENT_BEFORE, *map(list, zip(*said, strict=True)), since)
        return {row["id"] for row in rows}

    async def _count(self, claims: Sequence[Claim]) -> None:
        rows = await self.count(claims)
        self._read.update((row["route"], row["id"]) for row in rows)

    async def count(self, claims: Sequence[Claim]) -> Sequence[Row]:
        """In the ledger, once for each reader."""
        sent = [(route, each.at - self._ahead, each.id, each.digest) for each in claims for route in each.routes]
        return await self._database.fetch(_COUNT, *map(list, zip(*sent, strict=True))) if sent else ()


def _rounds(claims: Iterable[Claim]) -> list[list[Claim]]:
    """No route twice in one: what is sent before counts for what is sent after it."""
    rounds: list[tuple[list[Claim], set[str]]] = []
    for claim in claims:
        for some, routes in rounds:
            if routes.isdisjoint(claim.routes):
                some.append(claim)
                routes.update(claim.routes)
                break
        else:
            rounds.append(([claim], set(claim.routes)))
    return [some for some, _ in rounds]
