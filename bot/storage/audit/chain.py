"""The chain over the trail: what was committed is linked, entry by entry, by one writer after the commit.

Nobody waits for it: what it looks for it looks for outside of transactions, and what it adds is added in one of a few
milliseconds. Whatever dies, the next one goes on behind the last link. On PostgreSQL numbers are given out before
commits, so an entry may be seen after younger ones: it is linked when it is seen, at the end. The lock makes it one
writer among processes; were it none, two links with one `seq` couldn't both be kept.
"""

# ruff: noqa: S608 - statements are put together from constants
import json
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import structlog

from bot.domain.audit.checking import is_stamped
from bot.domain.audit.entries import Digests, Entry, body, digests_of
from bot.domain.audit.links import LINK, START, Head, Keyring, Link, UnknownKeyError, hash_of, link_data
from bot.domain.audit.lost import key_of
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.times import from_ms, to_ms
from bot.storage.models.operating import ChainRecord

log = structlog.get_logger()

BATCH: Final = 200  # entries in one transaction
PAGE: Final = 2_000
LATE: Final = 1_000  # numbers behind the newest among which a late entry is looked for each time
LEAST: Final = -(2**63)  # whoever owns the tables may count from anywhere
EVERYTHING: Final = 3_600  # times, after which it is looked for everywhere
BEGUN: Final = "audit:key.begun"
ERASED: Final = ":trail.erased"
SUBJECT: Final = "audit"  # of the entries about the trail itself; they are never erased

_FIELDS = "t.id, t.at, t.actor, t.action, t.subject, t.authority, t.cause, t.details, t.who_salt, t.whom_salt, t.stamp"
_LINK = "c.seq, c.entry, c.at AS linked_at, c.who, c.whom, c.prev, c.signature"
_UNLINKED = "NOT EXISTS (SELECT 1 FROM chain c WHERE c.entry = t.id)"
_NEW = f"SELECT {_FIELDS} FROM trail t WHERE t.id > ?1 ORDER BY t.id LIMIT {BATCH}"
_LATE = f"SELECT {_FIELDS} FROM trail t WHERE t.id > ?1 AND t.id < ?2 AND {_UNLINKED} ORDER BY t.id LIMIT {BATCH}"
_HEAD = f"SELECT {_LINK}, {_FIELDS} FROM chain c LEFT JOIN trail t ON t.id = c.entry ORDER BY c.seq DESC LIMIT 1"
_PAGE = (
    f"SELECT {_LINK}, {_FIELDS} FROM chain c LEFT JOIN trail t ON t.id = c.entry"
    f" WHERE c.seq > ?1 ORDER BY c.seq LIMIT {PAGE}"
)
_NEXT_UNLINKED = f"SELECT {_FIELDS} FROM trail t WHERE t.id > ?1 AND {_UNLINKED} ORDER BY t.id LIMIT {PAGE}"
_COPIES = (
    "SELECT t.id FROM trail t JOIN (SELECT stamp, MIN(id) AS first FROM trail WHERE stamp IS NOT NULL"
    " GROUP BY stamp HAVING COUNT(*) > 1) twice ON twice.stamp = t.stamp AND t.id > twice.first ORDER BY t.id LIMIT 50"
)
_ABOUT_ITSELF = f"SELECT {_FIELDS} FROM trail t WHERE t.subject = '{SUBJECT}' ORDER BY t.id"
_UNSTAMPED = (
    "SELECT COALESCE(MAX(id), 0) AS id FROM trail WHERE stamp IS NULL"
    f" AND NOT EXISTS (SELECT 1 FROM trail WHERE subject = '{SUBJECT}' AND action = '{BEGUN}')"
)
_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('audit chain', 0)) AS mine"


class BrokenChainError(Exception):
    """The last link is not what was written: nothing is hung on it."""


class Chain:
    """`ring`: whose first key signs what is added."""

    def __init__(self, database: Database, ring: Keyring) -> None:
        self._database = database
        self.ring = ring
        self._began = False
        self._looks = 0
        self._seen: Link | None = None

    async def grow(self, now: datetime) -> int:
        """Link what isn't yet, a batch of it; how many. Raises BrokenChainError."""
        if not self._began:
            self._began = await self._database.transact(lambda: self._begin(now))
        if not await self._unlinked():
            return 0
        self._seen, added = await self._database.transact(lambda: self._add(now))
        return added

    async def head(self) -> Head | None:
        rows = await self._database.fetch(_HEAD)
        return head_of(link_of(rows[0])) if rows else None

    async def _begin(self, now: datetime) -> bool:
        """A key says of itself from when on entries are stamped, once. Only the first takes in what has no stamp."""
        if self.ring.name in [entry.details.get("key") for entry in await begun(self._database, self.ring)]:
            return True
        (row,) = await self._database.fetch(_UNSTAMPED)
        act = Act("audit", "audit", "系统", f"key:{self.ring.name}", now)
        await trail.record(act, "key.begun", SUBJECT, key=self.ring.name, unstamped=row["id"])
        return True

    async def _add(self, now: datetime) -> tuple[Link | None, int]:
        if self._database.postgres and not (await self._database.fetch(_LOCK))[0]["mine"]:
            return self._seen, 0
        last = await self._well()
        links = list[Link]()
        for entry in await self._unlinked():
            last = self._linked(last, entry, now)
            links.append(last)
        await ChainRecord.bulk_create(map(_record, links))
        return last, len(links)

    async def _unlinked(self) -> Sequence[Entry]:
        (row,) = await self._database.fetch("SELECT COALESCE(MAX(entry), 0) AS newest FROM chain")
        newest = row["newest"]
        if new := await self._database.fetch(_NEW, newest):
            return list(map(entry_of, new))
        if not self._database.postgres:  # one writer: numbers are given out in the order of commits
            return []
        self._looks += 1
        after = 0 if self._looks % EVERYTHING == 1 else newest - LATE
        return list(map(entry_of, await self._database.fetch(_LATE, after, newest)))

    async def _well(self) -> Link | None:
        """The last link, if it and the one that was last seen are as they were written. Raises BrokenChainError."""
        rows = await self._database.fetch(_HEAD)
        last = link_of(rows[0]) if rows else None
        if self._seen and (last is None or last.seq < self._seen.seq or not await self._is_there(self._seen)):
            raise BrokenChainError(f"link {self._seen.seq} is gone")
        if last is None:
            return None
        entry = entry_of(rows[0]) if rows[0]["id"] is not None else None
        if entry is None or not self._is_whole(last, entry):
            raise BrokenChainError(f"link {last.seq} was changed")
        return last

    def _is_whole(self, link: Link, entry: Entry) -> bool:
        try:
            return is_linked(self.ring, link, entry)
        except UnknownKeyError as error:
            log.error("audit.unknown_key", key=str(error), ours=self.ring.name)
            return True  # the key was lost or changed: it goes on with this one, and the verdict says so

    async def _is_there(self, link: Link) -> bool:
        rows = await self._database.fetch("SELECT signature FROM chain WHERE seq = ?1", link.seq)
        return bool(rows) and bytes(rows[0]["signature"]) == link.signature

    def _linked(self, last: Link | None, entry: Entry, now: datetime) -> Link:
        digests = digests_of(entry)
        if entry.stamp is not None and not is_stamped(self.ring, entry, digests):
            log.error("audit.foreign_entry", entry=entry.id)  # linked as it is: it can't be taken back any more
        seq, prev, at = (last.seq + 1, last.signature, to_ms(now)) if last else (1, START, to_ms(now))
        data = link_data(seq, entry.id, at, prev, body(entry.at, entry.action, entry.authority, digests), entry.stamp)
        return Link(seq, entry.id, at, digests, prev, self.ring.sign(LINK, data))


class Pages:
    """The whole chain, and what isn't in it, read in pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def links(self) -> AsyncIterator[tuple[Link, Entry | None]]:
        seq = LEAST
        while rows := await self._database.fetch(_PAGE, seq):
            for row in rows:
                yield link_of(row), entry_of(row) if row["id"] is not None else None
            seq = rows[-1]["seq"]

    async def unlinked(self) -> AsyncIterator[Entry]:
        last = LEAST
        while rows := await self._database.fetch(_NEXT_UNLINKED, last):
            for row in rows:
                yield entry_of(row)
            last = rows[-1]["id"]

    async def copies(self) -> Sequence[int]:
        return [row["id"] for row in await self._database.fetch(_COPIES)]

    async def about_itself(self) -> Sequence[Entry]:
        return [entry_of(row) for row in await self._database.fetch(_ABOUT_ITSELF)]


async def begun(database: Database, ring: Keyring, lost: Collection[str] = ()) -> Sequence[Entry]:
    """The entries that say from when on a key stamps; only those that are stamped themselves. `lost`: keys that are
    gone."""
    about = await Pages(database).about_itself()
    return [each for each in about if each.action == BEGUN and is_stamped_by(ring, each, lost)]


def is_stamped_by(ring: Keyring, entry: Entry, lost: Collection[str] = ()) -> bool:
    """By a key that is here; or by one that is gone, of which it is proved elsewhere that nothing has changed since."""
    return entry.stamp is not None and (key_of(entry.stamp) in lost or is_stamped(ring, entry, digests_of(entry)))


def is_linked(ring: Keyring, link: Link, entry: Entry) -> bool:
    """Raises UnknownKeyError."""
    data = body(entry.at, entry.action, entry.authority, link.digests)
    return ring.signed(LINK, link_data(link.seq, link.entry, link.at, link.prev, data, entry.stamp), link.signature)


def head_of(link: Link) -> Head:
    return Head(link.seq, hash_of(link.signature), from_ms(link.at))


def link_of(row: Row) -> Link:
    return Link(
        _int(row["seq"]),
        _int(row["entry"]),
        _int(row["linked_at"]),
        Digests(_bytes(row["who"]) or b"", _bytes(row["whom"]) or b""),
        _bytes(row["prev"]) or b"",
        _bytes(row["signature"]) or b"",
    )


def entry_of(row: Row) -> Entry:
    """Whatever somebody wrote into the row: what makes no sense only has to be unlike what was linked."""
    return Entry(
        _int(row["id"]),
        _moment(row["at"]),
        str(row["actor"]),
        str(row["action"]),
        str(row["subject"]),
        str(row["authority"]),
        str(row["cause"]),
        _details(row["details"]),
        _bytes(row["who_salt"]),
        _bytes(row["whom_salt"]),
        _bytes(row["stamp"]),
    )


def _moment(value: Any) -> datetime:
    """SQLite keeps it as text."""
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _details(value: Any) -> Mapping[str, Any]:
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        return {"": value}
    return found if isinstance(found, Mapping) else {"": str(found)}


def _bytes(value: Any) -> bytes | None:
    if value is None or isinstance(value, bytes):
        return value
    return bytes(value) if isinstance(value, bytearray | memoryview) else b"?"


def _int(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _record(link: Link) -> ChainRecord:
    return ChainRecord(
        seq=link.seq,
        entry=link.entry,
        at=link.at,
        who=link.digests.who,
        whom=link.digests.whom,
        prev=link.prev,
        signature=link.signature,
    )
