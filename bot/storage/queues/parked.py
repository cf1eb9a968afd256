"""What was taken out of the queues for a human to look at: messages that failed, sends that did not get through.

State `again` is a human's wish, written by another process; the running bot takes it back into its queues. What he has
dealt with otherwise he lets go.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from bot.domain.upkeep.workings import Parked
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming
from bot.shapes.outgoing import ToPeople
from bot.shapes.queue import Waiting
from bot.storage.audit import trail
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.times import from_ms, to_ms
from bot.storage.queues.spool import Aside, SpoolFile

_SPOOL_ID = re.compile(r"s(\d{1,18})")
_ID = re.compile(r"([mp])(\d{1,18})")

# Each condition repeats that of the table's partial index, so that the million finished rows cost nothing.
_PARKED_MESSAGES = (
    "SELECT id, sender, payload, received_at, ticket, why FROM inbox"
    " WHERE state <> 'done' AND id > 0 AND state = 'parked' ORDER BY id"
)
_PARKED_PARCELS = (
    "SELECT id, lane, address, content, state, created_at, errcode, why FROM outbox"
    " WHERE state NOT IN ('done', 'refused') AND id > 0 AND state IN ('parked', 'unknown') ORDER BY id"
)
_WANTED = "SELECT id FROM inbox WHERE state = 'again' UNION ALL SELECT id FROM outbox WHERE state = 'again'"
_TAKE_BACK_MESSAGES = (
    "UPDATE inbox SET state = 'waiting', retry_at = 0, attempts = 0"
    " WHERE state = 'again' RETURNING id, sender AS lane, urgent"
)
_TAKE_BACK_PARCELS = (
    "UPDATE outbox SET state = 'waiting', retry_at = 0, attempts = 0, step = 0, doubtful_since = NULL"
    " WHERE state = 'again' RETURNING id, lane, urgent"
)
_WISH = {
    "m": "UPDATE inbox SET state = 'again' WHERE id = ?1 AND state = 'parked'",
    "p": "UPDATE outbox SET state = 'again' WHERE id = ?1 AND state IN ('parked', 'unknown')",
}

# Like what is over anyway, it goes in its time. What may have arrived counts as arrived, so corrections follow it.
_LET_GO = {
    "m": "UPDATE inbox SET state = 'done', done_at = ?2 WHERE id = ?1 AND state = 'parked'",
    "p": "UPDATE outbox SET state = CASE state WHEN 'parked' THEN 'refused' ELSE 'done' END, settled_at = ?2"
    " WHERE id = ?1 AND state IN ('parked', 'unknown')",
}


class ParkedTable:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> Sequence[Parked]:
        """Messages, then parcels, the oldest first."""
        messages = await self._database.fetch(_PARKED_MESSAGES)
        parcels = await self._database.fetch(_PARKED_PARCELS)
        return [*map(_message, messages), *map(_parcel, parcels)]

    async def wish(self, parked_id: str, *, by: Act | None = None) -> bool:
        """Ask the bot to try it again; False: nothing parked has this id. A parcel may then arrive twice."""
        return await self._database.transact(lambda: self.want(parked_id, by=by))

    async def want(self, parked_id: str, *, by: Act | None = None) -> bool:
        """The same, as a part of what the caller does. `by`: who is named in the trail."""
        match = _ID.fullmatch(parked_id)
        if match is None or await self._database.execute(_WISH[match[1]], int(match[2])) != 1:
            return False
        if by:
            await trail.record(by, "parked.again", parked_id)
        return True

    async def let_go(self, parked_id: str, *, by: Act) -> bool:
        """Inside a transaction: somebody has dealt with it otherwise, so it is over and listed no more.

        False: nothing parked has this id.
        """
        match = _ID.fullmatch(parked_id)
        if match is None or await self._database.execute(_LET_GO[match[1]], int(match[2]), to_ms(by.at)) != 1:
            return False
        await trail.record(by, "parked.let_go", parked_id)
        return True

    async def take_back(self) -> tuple[Sequence[Waiting], Sequence[Waiting]]:
        """The messages and the parcels that somebody wished to have tried again; each is given out once."""
        if not await self._database.fetch(_WANTED):
            return (), ()

        async def work() -> tuple[Sequence[Waiting], Sequence[Waiting]]:
            messages = await self._database.fetch(_TAKE_BACK_MESSAGES)
            parcels = await self._database.fetch(_TAKE_BACK_PARCELS)
            return [_waiting(row) for row in messages], [_waiting(row) for row in parcels]

        return await self._database.transact(work)


class ParkedInSpool:
    """Messages on this machine's disk that the inbox refused; None: nothing is kept there."""

    def __init__(self, spool: SpoolFile | None) -> None:
        self._spool = spool

    async def all(self) -> Sequence[Parked]:
        return [_aside(each) for each in await self._spool.aside()] if self._spool else []

    async def wish(self, parked_id: str) -> bool:
        """Have it offered to the inbox again; False: nothing set aside has this id."""
        match = _SPOOL_ID.fullmatch(parked_id)
        return self._spool is not None and match is not None and await self._spool.again(int(match[1]))


def _message(row: Row) -> Parked:
    return Parked(
        id=f"m{row['id']}",
        what=_kind(row["payload"]),
        to=f"user:{row['sender']}",
        outcome="parked",
        why=row["why"] or "",
        at=from_ms(row["received_at"]),
        ticket=row["ticket"],
    )


def _aside(each: Aside) -> Parked:
    return Parked(
        id=f"s{each.id}",
        what=_kind(each.payload),
        to=_sender(each.payload),
        outcome="parked",
        why=each.why,
        at=from_ms(each.at),
    )


def _sender(stored: str) -> str:
    with suppress(ValueError):
        value = codec.load(stored)
        if isinstance(value, Incoming):
            return f"user:{value.sender}"
    return "nobody knows whom"


def _parcel(row: Row) -> Parked:
    return Parked(
        id=f"p{row['id']}",
        what=_kind(row["content"]),
        to=_to(row["lane"], row["address"]),
        outcome=row["state"],
        why=row["why"] or "",
        at=from_ms(row["created_at"]),
        errcode=row["errcode"],
    )


def _to(lane: str, stored: str) -> str:
    """Many people are counted."""
    with suppress(ValueError):
        address = codec.load(stored)
        if isinstance(address, ToPeople):
            return f"people:{len(address.users)}"
    return lane


def _kind(stored: str) -> str:
    try:
        value = codec.load(stored)
    except ValueError:
        return "of another version"
    return f"{value.kind} by {value.via}" if isinstance(value, Incoming) else type(value).__name__.lower()


def _waiting(row: Row) -> Waiting:
    return Waiting(row["id"], row["lane"], bool(row["urgent"]))
