"""The processes that share a PostgreSQL: who lives, who has which lease, and a bell between them.

Each is a row of `process` that it touches twice a second. A row that was not touched for `Timing.lease` is taken away
by whoever sees it first: from then on its number, which is never given out again, owns nothing, and what it left is
anybody's. Whoever wakes up after that finds his row gone, and comes back under a new number. All ages are the
database's; a process trusts its leases only for a shorter time, by its own monotonic clock, since its last touch began.

A process that is killed needn't be waited for so long: it holds a lock on its number for as long as its connection
lives, and the system closes that with it. Who is only slow keeps it.
"""

import asyncio
import functools
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import structlog

from bot.queueing.lookout import is_cancelled
from bot.storage.engine.database import Database
from bot.storage.engine.keys import Row
from bot.storage.engine.session_locks import let_go
from bot.storage.engine.times import NOW_MS

log = structlog.get_logger()

Fetch = Callable[..., Awaitable[list[Row]]]

LOOK_AGAIN: Final = 0.1  # seconds
LEFT_WITHIN: Final = 1.0  # seconds: who stops can't wait for a database that hangs

CHANNEL: Final = "qunwu"
_NOW: Final = NOW_MS[True]
_JOIN: Final = f"INSERT INTO process (seen_at) VALUES ({_NOW}) RETURNING id"  # noqa: S608 - a constant
_TOUCH: Final = f"UPDATE process SET seen_at = {_NOW} WHERE id = $1 RETURNING id"  # noqa: S608 - a constant
_BURY: Final = f"DELETE FROM process WHERE seen_at < {_NOW} - $1::bigint AND id <> $2 RETURNING id"  # noqa: S608 - a constant
_ANCHOR_KEYS: Final = "1903392110, (id % 2147483647)::int"  # the first is ours among all who lock in this database
_ANCHOR: Final = f"SELECT pg_try_advisory_lock({_ANCHOR_KEYS}) AS held FROM (SELECT $1::bigint AS id) AS mine"  # noqa: S608 - a constant
# `CASE`: nobody's lock is tried but those of who is late. Who stood still in the midst of his beat is late himself, and
# would be given his own lock once more.
_BURY_CUT_OFF: Final = (
    f"DELETE FROM process WHERE CASE WHEN seen_at < {_NOW} - $1::bigint"  # noqa: S608 - constants
    f" THEN pg_try_advisory_xact_lock({_ANCHOR_KEYS}) ELSE false END AND id <> $2 RETURNING id"
)
# Where half a statement was lost on its way, no limit of the server's own ends the session: it reads on, and keeps its
# locks. None is ended but those that were there when we left: numbers are given out again.
_END: Final = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN unnest($1::int[], $2::float8[]) AS ended (pid, ago)"
    " USING (pid) WHERE datname = current_database() AND usename = current_user"
    " AND backend_start < clock_timestamp() - make_interval(secs => ago)"
)
_LEAVE: Final = "DELETE FROM process WHERE id = $1"
_HOLDERS: Final = "SELECT name, holder FROM lease WHERE holder IN (SELECT id FROM process)"
_TAKE: Final = (
    "INSERT INTO lease (name, holder) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder"
    " WHERE lease.holder NOT IN (SELECT id FROM process) RETURNING holder"
)
_GIVE_BACK: Final = "DELETE FROM lease WHERE name = $1 AND holder = $2"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. A process may stand still for `lease` less a beat without losing anything.

    Without its connection it has `cut_off`, long enough to connect again; and less trust.
    """

    beat: float = 0.5
    lease: float = 4.5
    trust: float = 4.0  # of one's own leases: less, since others count from a later moment
    cut_off: float = 2.0
    trust_cut_off: float = 1.5
    ring: float = 0.02  # rings within this time are one


class SharedLease:
    """`bot.shapes.lease.Lease`; `Members` keeps it up to date, as long as `trusted`."""

    def __init__(self, name: str, trusted: Callable[[], bool]) -> None:
        self.name = name
        self._trusted = trusted
        self._mine: bool | None = None  # None: nobody's that lives
        self._changed = asyncio.Event()
        self._unwanted_until = float("-inf")  # the loop's time

    def held(self) -> bool:
        return self._mine is True and self._trusted()

    def elsewhere(self) -> bool:
        return self._mine is False and self._trusted()

    def pass_on(self, seconds: float) -> None:
        log.warning("lease.passed_on", lease=self.name)
        self._unwanted_until = asyncio.get_running_loop().time() + seconds

    def is_wanted(self) -> bool:
        return asyncio.get_running_loop().time() >= self._unwanted_until

    async def taken(self) -> None:
        while not self.held():
            self._changed.clear()
            await self._changed.wait()

    async def lost(self) -> None:
        while self.held():
            self._changed.clear()
            with suppress(TimeoutError):  # trust runs out by itself
                async with asyncio.timeout(LOOK_AGAIN):
                    await self._changed.wait()

    async def gone(self) -> None:
        while self._mine:
            self._changed.clear()
            await self._changed.wait()

    def update(self, mine: bool | None) -> None:
        if (mine is True) != (self._mine is True):
            log.info("lease.taken" if mine else "lease.lost", lease=self.name)
        self._mine = mine
        self._changed.set()


class Members:
    """Of one process: `number` is its own, 0 while it takes no part. `rung`: there may be something to look at."""

    def __init__(self, database: Database, *, timing: Timing = Timing()) -> None:
        self._database = database
        self._timing = timing
        self._fetch: Fetch = database.fetch
        self._touched = float("-inf")  # the loop's time when the last touch that got through began
        self._connection: Any = None  # that of the beats, while it is ours
        self._connected = float("inf")  # the loop's time when that was made
        self._returned = float("-inf")  # the loop's time when there was one again, after one was lost
        self._anchored = 0  # the number on which that one has the lock
        self._leases: dict[str, SharedLease] = {}
        self._keeping: asyncio.Task[None] | None = None
        self._ringing: asyncio.Task[None] | None = None
        self.number = 0
        self.rung = asyncio.Event()
        self.reachable = asyncio.Event()  # the database is
        self.reachable.set()

    def lease(self, name: str) -> SharedLease:
        """One of that name that this process wants from now on."""
        return self._leases.setdefault(name, SharedLease(name, self._trusted))

    async def start(self) -> None:
        """Take part."""
        await self._join()
        self._keeping = asyncio.create_task(self._keep(), name="members")

    async def stop(self) -> None:
        """What this process had is free at once."""
        for task in filter(None, (self._keeping, self._ringing)):
            task.cancel()
            await asyncio.wait([task])
        for lease in self._leases.values():
            lease.update(None)
        if self.reachable.is_set():
            await self._leave()
        self.number = 0

    async def beat(self) -> None:
        """Say that this process lives, forget who does not, take what is free."""
        began = asyncio.get_running_loop().time()
        if await self._fetch(_TOUCH, self.number):
            self._touched = began
        else:
            log.error("member.given_up", number=self.number)
            await self._join()
        await self._end_left()
        await self._anchor()
        if gone := await self._buried():
            log.warning("member.gone", numbers=[row["id"] for row in gone])
            self.rung.set()
        await self._take_leases()
        if not self.reachable.is_set():
            log.warning("members.reachable")
            self.reachable.set()

    async def _end_left(self) -> None:
        """The server may not have heard that we did."""
        if left := dict(self._database.left()):
            now = time.monotonic()
            await self._fetch(_END, list(left), [now - at for at in left.values()])
            for process in left:
                self._database.left().pop(process, None)

    async def _leave(self) -> None:
        with suppress(Exception):  # a database that is away forgets us by itself in a moment
            async with asyncio.timeout(LEFT_WITHIN):
                await self._database.fetch(_LEAVE, self.number)

    def ring(self) -> None:
        """There is something to do that another process may be quicker to do, or alone can."""
        if self.number and self.reachable.is_set() and (self._ringing is None or self._ringing.done()):
            self._ringing = asyncio.create_task(self._ring(), name="ring")

    def _trusted(self) -> bool:
        trust = self._timing.trust if self._is_connected() else self._timing.trust_cut_off
        return asyncio.get_running_loop().time() - self._touched < trust

    def _is_connected(self) -> bool:
        with suppress(Exception):  # the driver raises where its pool has seen it first
            return self._connection is not None and not self._connection.is_closed()
        return False

    async def _anchor(self) -> None:
        """Hold the lock on this number. Where an earlier connection still has it, that is as good, while it lasts."""
        if self._is_connected() and self._anchored != self.number:
            [row] = await self._fetch(_ANCHOR, self.number)
            self._anchored = self.number if row["held"] else 0

    async def _buried(self) -> list[Row]:
        """Who is gone. That is for those to say who were not cut off themselves: after a restart of the database all
        were, none was heard of for as long as it took, and some come back sooner."""
        gone, now = list[Row](), asyncio.get_running_loop().time()
        if now - self._returned >= self._timing.lease:
            gone += await self._fetch(_BURY, int(self._timing.lease * 1000), self.number)
        if now - self._connected >= self._timing.lease:
            gone += await self._fetch(_BURY_CUT_OFF, int(self._timing.cut_off * 1000), self.number)
        return gone

    async def _join(self) -> None:
        began = asyncio.get_running_loop().time()
        self.number = int((await self._fetch(_JOIN))[0]["id"])
        self._touched = began
        log.info("member.joined", number=self.number)
        await self._take_leases()

    async def _take_leases(self) -> None:
        holders = {row["name"]: row["holder"] for row in await self._fetch(_HOLDERS)} if self._leases else {}
        for lease in list(self._leases.values()):
            holder = holders.get(lease.name)
            if not lease.is_wanted():
                holder = await self._passed_on(lease.name, holder)
            elif holder is None and await self._fetch(_TAKE, lease.name, self.number):
                holder = self.number
            lease.update(None if holder is None else holder == self.number)

    async def _passed_on(self, name: str, holder: int | None) -> int | None:
        """Who has it then."""
        if holder != self.number:
            return holder
        await self._fetch(_GIVE_BACK, name, self.number)
        return None

    async def _ring(self) -> None:
        await asyncio.sleep(self._timing.ring)
        try:
            await self._database.fetch("SELECT pg_notify($1, $2)", CHANNEL, str(self.number))
        except Exception as error:
            log.warning("bell.broken", error=type(error).__name__)  # the others look by themselves now and then

    async def _keep(self) -> None:
        """Until it is cancelled, on a connection of its own: whoever has much to do must not seem dead."""
        while True:
            try:
                async with self._database.connected() as connection:
                    await self._live_on(connection)
            except Exception as error:
                self._lose(error)
            finally:
                self._fetch = self._database.fetch
            if is_cancelled():
                return
            await asyncio.sleep(self._timing.beat)

    def _lose(self, error: Exception) -> None:
        """Said once, however long it is away. Where nothing answers, the network may have lost all connections, and
        would tell nobody: what waits on them would wait for half a minute, and then for its turn to be told so."""
        self._returned = float("inf")
        if isinstance(error, TimeoutError):
            self._database.give_up_connections()
        if self.reachable.is_set():
            log.warning("members.unreachable", error=type(error).__name__)
            self.reachable.clear()

    async def _live_on(self, connection: Any) -> None:
        self._fetch = functools.partial(_fetch, connection, self._timing.lease)
        now = asyncio.get_running_loop().time()
        self._connection, self._connected, self._anchored = connection, now, 0
        self._returned = min(self._returned, now)
        try:
            await self._listen_on(connection)
        except asyncio.CancelledError:
            await self._give_back(connection)
            raise
        except Exception:
            _cut(connection)
            raise
        finally:
            self._connection = None

    async def _listen_on(self, connection: Any) -> None:
        async with asyncio.timeout(self._timing.lease):
            await connection.add_listener(CHANNEL, self._heard)
        while True:
            await self.beat()
            await asyncio.sleep(self._timing.beat)

    async def _give_back(self, connection: Any) -> None:
        """As it was; where that can't be done at once, it is closed."""
        try:
            async with asyncio.timeout(self._timing.beat):
                await connection.remove_listener(CHANNEL, self._heard)
                await let_go(connection, "SELECT pg_advisory_unlock_all()")
        except Exception:
            _cut(connection)

    def _heard(self, _: object, __: int, ___: str, payload: str) -> None:
        if payload != str(self.number):
            self.rung.set()


def _cut(connection: Any) -> None:
    """Without a word to a server that may not answer, for whose answers the driver waits half a minute."""
    with suppress(Exception):  # as above
        connection.terminate()


async def _fetch(connection: Any, within: float, sql: str, *values: object) -> list[Row]:
    return [dict(row) for row in await connection.fetch(sql, *values, timeout=within)]
