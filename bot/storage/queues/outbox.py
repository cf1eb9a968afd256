"""The outbox table and the ledger of what was sent, by hand-written SQL."""

import json
from collections.abc import Sequence
from typing import Final

from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, ToAsker, ToCard, ToGroup, ToPeople, ToPerson
from bot.shapes.ports import Answered
from bot.shapes.queue import Claim, NotYet, OutboxRow, Part, Said, Settlement, Waiting
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row

# WeCom drops an equal body to an equal receiver within this time, if asked to (D-90236).
DUPLICATE_WINDOW_MS = 1800 * 1000

_OPEN = "state NOT IN ('done', 'refused') AND id > 0"
COLUMNS = (
    "id, cause, state, address, content, urgent, attempts, step, created_at, claimed_at, route, check_duplicates,"
    " doubtful_since, owner"
)
BULK = "people"  # the lane of what goes to many: one such call at a time, whatever else is sent meanwhile

# By dialect: once for each of the routes, which are a JSON list.
_COUNT = {
    False: "INSERT INTO ledger (route, at, outbox_id, digest) SELECT value, ?2, ?3, ?4 FROM json_each(?1)",
    True: "INSERT INTO ledger (route, at, outbox_id, digest) SELECT route, ?2::bigint, ?3::bigint, ?4"
    " FROM json_array_elements_text(?1::text::json) AS routes (route)",
}
_SENT_BEFORE = {
    False: "SELECT 1 FROM ledger WHERE route IN (SELECT value FROM json_each(?1)) AND at > ?2 AND digest = ?3"
    " AND outbox_id <> ?4 LIMIT 1",
    True: "SELECT 1 FROM ledger WHERE route IN (SELECT json_array_elements_text(?1::text::json)) AND at > ?2"
    " AND digest = ?3 AND outbox_id <> ?4 LIMIT 1",
}
_PART = (
    "INSERT INTO outbox (cause, urgent, created_at, content, about, lane, address, state, step, why,"
    " retry_at, attempts, check_duplicates, errcode)"
    " SELECT cause, urgent, created_at, content, about, ?2, ?3, ?4, ?5, ?6, 0, 0, ?7, 0 FROM outbox WHERE id = ?1"
    " RETURNING id, lane, urgent"
)


SAID_BEFORE: Final = "due before the database was restored"


class OutboxTable:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, said: Sequence[Said], *, cause: str, at: int) -> Sequence[Waiting]:
        return [await self._put(each, cause, at) for each in said]

    async def put_unsure(self, said: Sequence[Said], *, cause: str, at: int) -> Sequence[Waiting]:
        for row in await self.put(said, cause=cause, at=at):
            sql = "UPDATE outbox SET state = 'unknown', settled_at = ?1, why = ?2 WHERE id = ?3"
            await self._database.execute(sql, at, SAID_BEFORE, row.id)
        return ()

    async def waiting(self, after: int = 0) -> Sequence[Waiting]:
        rows = await self._database.fetch(
            f"SELECT id, lane, urgent, retry_at FROM outbox WHERE {_OPEN} AND state = 'waiting' AND id > ?1"  # noqa: S608
            " ORDER BY id",
            after,
        )
        return [Waiting(row["id"], row["lane"], bool(row["urgent"]), row["retry_at"]) for row in rows]

    async def interrupted(self) -> Sequence[Waiting]:
        rows = await self._database.fetch(
            f"SELECT id, lane, urgent FROM outbox WHERE {_OPEN} AND state = 'sending' ORDER BY id"  # noqa: S608
        )
        return [Waiting(row["id"], row["lane"], bool(row["urgent"])) for row in rows]

    async def get(self, row: int) -> OutboxRow:
        """Raises ValueError where this version of the program can't read it."""
        rows = await self._database.fetch_by_key(f"SELECT {COLUMNS} FROM outbox WHERE id = ?1", row)  # noqa: S608
        return outbox_row(rows[0])

    async def claim(self, batch: Sequence[Claim]) -> Sequence[bool | NotYet | None]:
        async def work() -> list[bool | NotYet | None]:
            return [await self._claim(each) for each in batch]

        return await self._database.transact_together(work)

    async def settle(self, batch: Sequence[Settlement]) -> Sequence[Sequence[Waiting]]:
        async def work() -> list[Sequence[Waiting]]:
            return [await self._settle(each) for each in batch]

        return await self._database.transact_together(work)

    async def sent_since(self, at: int) -> Sequence[tuple[str, int]]:
        rows = await self._database.fetch("SELECT route, at FROM ledger WHERE at >= ?1 ORDER BY id", at)
        return [(row["route"], row["at"]) for row in rows]

    async def answer_may_come(self, key: str) -> bool:
        """Whether the message `key` still waits, or something said because of it, that it failed for one."""
        rows = await self._database.fetch(
            # A SELECT for each state: see `claims`.
            "SELECT 1 AS one FROM inbox WHERE key = ?1 AND (SELECT inbox.state = 'waiting') UNION ALL"
            " SELECT 1 FROM outbox WHERE cause IN (?1, ?2) AND (SELECT outbox.state IN ('waiting', 'sending')) LIMIT 1",
            key,
            f"parked:{key}",
        )
        return bool(rows)

    async def answered(self, key: str) -> Answered | None:
        """The first answer to the sender of `key` that got through."""
        rows = await self._database.fetch(
            "SELECT address, content, receipt FROM outbox WHERE cause IN (?1, ?2) AND state = 'done' ORDER BY id",
            key,
            f"parked:{key}",
        )
        for row in rows:
            if isinstance(codec.load(row["address"]), ToAsker | ToCard):
                return Answered(codec.load(row["content"]), json.loads(row["receipt"] or "{}"))
        return None

    async def _put(self, said: Said, cause: str, at: int) -> Waiting:
        lane = lane_of(said.address)
        rows = await self._database.fetch_by_key(
            "INSERT INTO outbox (cause, lane, urgent, created_at, address, content,"
            " state, retry_at, attempts, step, check_duplicates, errcode, about)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', 0, 0, 0, ?7, 0, ?8) RETURNING id",
            cause,
            lane,
            said.urgent,
            at,
            codec.dump(said.address),
            codec.dump(said.content),
            False,
            about_of(said.address),
        )
        return Waiting(rows[0]["id"], lane, said.urgent)

    async def _claim(self, claim: Claim) -> bool | NotYet | None:
        check = claim.ask_check and not await self._sent_before(claim)
        claimed = await self._database.execute_by_key(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ?1, route = ?2,"
            " check_duplicates = ?3 WHERE id = ?4 AND state = 'waiting'",
            claim.at,
            claim.route,
            check,
            claim.id,
        )
        if not claimed:
            return None
        await self._count(claim)
        return check

    async def _count(self, claim: Claim) -> None:
        """In the ledger, once for each reader."""
        sql = _COUNT[self._database.postgres]
        await self._database.execute_by_key(sql, json.dumps(claim.routes), claim.at, claim.id, claim.digest)

    async def _sent_before(self, claim: Claim) -> bool:
        """Whether another parcel with an equal body went the same way lately: then WeCom would drop this one."""
        since = claim.at - DUPLICATE_WINDOW_MS
        sql = _SENT_BEFORE[self._database.postgres]
        rows = await self._database.fetch_by_key(sql, json.dumps(claim.routes), since, claim.digest, claim.id)
        return bool(rows)

    async def _settle(self, new: Settlement) -> Sequence[Waiting]:
        changed = await self._database.execute_by_key(
            "UPDATE outbox SET state = ?1, settled_at = ?2, errcode = ?3, why = ?4,"
            " attempts = CASE WHEN step = ?5 THEN COALESCE(?9, attempts) ELSE 0 END, step = ?5, retry_at = ?6,"
            " receipt = ?7, doubtful_since = COALESCE(doubtful_since, ?8)"
            " WHERE id = ?10 AND state IN ('waiting', 'sending')",
            new.state,
            new.at,
            new.errcode,
            new.why[:200],
            new.step,
            new.retry_at,
            json.dumps(dict(new.receipt)) if new.receipt else None,
            new.doubtful_since,
            new.attempts,
            new.id,
        )
        return await self._divide(new) if changed else ()

    async def _divide(self, new: Settlement) -> Sequence[Waiting]:
        """Readers who go on by themselves."""
        parts = [await self._part(new.id, part) for part in new.parts]
        if new.address is not None:
            await self._database.execute(
                "UPDATE outbox SET address = ?1 WHERE id = ?2", codec.dump(new.address), new.id
            )
        return [row for row in parts if row]

    async def _part(self, row: int, part: Part) -> Waiting | None:
        address = codec.dump(part.address)
        rows = await self._database.fetch(_PART, row, part.lane, address, part.state, part.step, part.why[:200], False)
        waits = part.state == "waiting"
        return Waiting(rows[0]["id"], rows[0]["lane"], bool(rows[0]["urgent"])) if waits else None


def about_of(address: Address) -> str | None:
    return address.about or None if isinstance(address, ToPerson | ToPeople | ToGroup) else None


def lane_of(address: Address) -> str:
    """Parcels to one reader go one after the other. The app is the first way to a person: what is pushed to him and
    what answers him there share a lane, as they share its limits. In a group each asker has a lane of his own, so that
    nobody waits behind somebody else's flood."""
    match address:
        case ToPerson(user):
            return f"{Via.APP}:{user}"
        case ToPeople():
            return BULK
        case ToGroup(group):
            return f"group:{group}"
        case ToAsker(via, user, chat) | ToCard(via, user, _, chat):
            return f"{via}:{chat}:{user}" if chat else f"{via}:{user}"


def outbox_row(row: Row) -> OutboxRow:
    return OutboxRow(
        id=row["id"],
        cause=row["cause"],
        state=row["state"],
        address=codec.load(row["address"]),
        content=codec.load(row["content"]),
        urgent=bool(row["urgent"]),
        attempts=row["attempts"],
        step=row["step"],
        created_at=row["created_at"],
        claimed_at=row["claimed_at"],
        route=row["route"],
        check_duplicates=bool(row["check_duplicates"]),
        doubtful_since=row["doubtful_since"],
        owner=row["owner"],
    )
