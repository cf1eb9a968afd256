"""The outbox of several processes on one PostgreSQL: one reader's parcels in order, limits counted together.

What is being sent belongs to the process whose number it carries. When that process is gone, another one takes the row
over; whoever lost a row in this way has no say about it any more. All that wants to be read, claimed or settled at one
moment is one statement each, however many parcels it is.
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import structlog

from bot.queueing.batching import Batcher
from bot.shapes.queue import Claim, NotYet, OutboxRow, Quota, Said, Settlement, Waiting
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.queues.claims import LOOK_AGAIN, SLOWEST, Claimed, Claims
from bot.storage.queues.early import too_early
from bot.storage.queues.outbox import COLUMNS, OutboxTable, about_of, lane_of, outbox_row

log = structlog.get_logger()

_PUT: Final = (
    "INSERT INTO outbox (cause, lane, urgent, created_at, address, content,"
    " state, retry_at, attempts, step, check_duplicates, errcode, about)"
    " SELECT ?1, lane, urgent, ?2::bigint, address, content, 'waiting', 0, 0, 0, false, 0, about"
    " FROM unnest(?3::text[], ?4::bool[], ?5::text[], ?6::text[], ?7::text[]) WITH ORDINALITY"
    " AS new (lane, urgent, address, content, about, place) ORDER BY place RETURNING id, lane, urgent"
)
_GET: Final = f"SELECT {COLUMNS}, retry_at, xmin::text AS version FROM outbox WHERE id = ANY(?1::bigint[])"  # noqa: S608 - a constant
_SENDING: Final = (
    "SELECT id, lane, urgent, owner FROM outbox WHERE state NOT IN ('done', 'refused') AND id > 0 AND state = 'sending'"
    " AND (owner IS NULL OR owner = ?1 OR owner NOT IN (SELECT id FROM process)) ORDER BY id"
)
_ADOPT: Final = (
    "UPDATE outbox SET owner = ?1 WHERE id = ANY(?2::bigint[])"
    " AND (SELECT state = 'sending' AND (owner IS NULL OR owner NOT IN (SELECT id FROM process))) RETURNING id"
)
_SETTLE: Final = (
    "UPDATE outbox SET state = new.state, settled_at = new.at, errcode = new.errcode, why = new.why,"
    " attempts = CASE WHEN outbox.step = new.step THEN COALESCE(new.attempts, outbox.attempts) ELSE 0 END,"
    " step = new.step, retry_at = new.retry_at, receipt = new.receipt,"
    " doubtful_since = COALESCE(outbox.doubtful_since, new.doubtful_since)"
    " FROM unnest(?2::bigint[], ?3::text[], ?4::bigint[], ?5::int[], ?6::text[], ?7::int[], ?8::bigint[], ?9::text[],"
    " ?10::bigint[], ?11::int[], ?12::text[])"
    " AS new (id, state, at, errcode, why, step, retry_at, receipt, doubtful_since, attempts, version)"
    " WHERE outbox.id = new.id AND outbox.id = ANY(?2::bigint[])"
    " AND (SELECT outbox.state = 'waiting' AND new.version IN ('', outbox.xmin::text)"
    " OR outbox.state = 'sending' AND owner = ?1)"
    " RETURNING outbox.id"
)


class SharedOutboxTable(OutboxTable):
    """`number` is this process's among `Members`; `wall` its machine's clock."""

    def __init__(
        self, database: Database, number: Callable[[], int], quota: Quota, *, wall: Callable[[], float] = time.time
    ) -> None:
        super().__init__(database)
        self._number = number
        self._claims = Claims(database, number, quota, wall=wall)
        self._rows = Batcher[int, Row | None](self._fetch_all)
        self._on_their_way: dict[int, Claim] = {}

    async def put(self, said: Sequence[Said], *, cause: str, at: int) -> Sequence[Waiting]:
        if not said:
            return ()
        columns = zip(*map(_values, said), strict=True)
        rows = await self._database.fetch(_PUT, cause, at, *map(list, columns))
        return [Waiting(row["id"], row["lane"], row["urgent"]) for row in rows]

    async def interrupted(self) -> Sequence[Waiting]:
        """Taken over from processes that are gone; and all that is this one's, or what it took over would be nobody's
        where the answer to that was lost, or whatever came next."""
        number = self._number()
        found = await self._database.fetch(_SENDING, number)
        gone = [row["id"] for row in found if row["owner"] != number]
        adopted = {row["id"] for row in await self._database.fetch(_ADOPT, number, gone)} if gone else set[int]()
        mine = [row for row in found if row["owner"] == number or row["id"] in adopted]
        return [Waiting(row["id"], row["lane"], row["urgent"]) for row in mine]

    async def sent_since(self, at: int) -> Sequence[tuple[str, int]]:
        """Nothing: each route is counted when it is first used."""
        return ()

    async def get(self, row: int) -> OutboxRow:
        found = await self._rows.add(row)
        if found is None:
            raise LookupError(f"no parcel {row}")
        if found["state"] == "sending" and found["owner"] != self._number():
            raise NotYet(LOOK_AGAIN)
        if found["state"] == "waiting" and (early := too_early(found["retry_at"])):
            raise NotYet(early)  # this one may have read it before another process tried, and was told to wait
        return replace(outbox_row(found), version=found["version"])

    async def _fetch_all(self, numbers: Sequence[int]) -> Sequence[Row | None]:
        rows = {row["id"]: row for row in await self._database.fetch(_GET, list(numbers))}
        return [rows.get(number) for number in numbers]

    async def claim(self, batch: Sequence[Claim]) -> Sequence[Claimed]:
        found = await self._database.transact(lambda: self._claims.claim(batch))
        self._on_their_way.update(
            (each.id, each) for each, claimed in zip(batch, found, strict=True) if isinstance(claimed, bool)
        )
        return found

    async def settle(self, batch: Sequence[Settlement]) -> Sequence[Sequence[Waiting]]:
        async def work() -> list[Sequence[Waiting]]:
            columns = zip(*map(_settled, batch), strict=True)
            rows = await self._database.fetch(_SETTLE, self._number(), *map(list, columns))
            mine = {row["id"] for row in rows}
            for new in batch:
                if new.id not in mine:
                    log.warning("parcel.overtaken", parcel=new.id, state=new.state)
            await self._claims.count(self._late(batch))
            return [await self._divide(new) if new.id in mine else () for new in batch]

        parts = await self._database.transact(work)
        for new in batch:
            self._on_their_way.pop(new.id, None)
        return parts

    def _late(self, batch: Sequence[Settlement]) -> Sequence[Claim]:
        """Those which WeCom may have counted so late that others would think it long ago: they are counted again."""
        sent = [(self._on_their_way.get(new.id), new.at) for new in batch]
        return [replace(claim, at=at) for claim, at in sent if claim and at - claim.at > SLOWEST]


def _values(said: Said) -> tuple[object, ...]:
    address = codec.dump(said.address)
    return lane_of(said.address), said.urgent, address, codec.dump(said.content), about_of(said.address)


def _settled(new: Settlement) -> tuple[object, ...]:
    receipt = json.dumps(dict(new.receipt)) if new.receipt else None
    outcome = new.errcode, new.why[:200], new.step, new.retry_at, receipt
    return new.id, new.state, new.at, *outcome, new.doubtful_since, new.attempts, new.version
