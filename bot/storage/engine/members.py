"""The processes that share a PostgreSQL: who lives, who has which lease, and a bell between them.

Each is a row of `process` that it touches twice a second. A row that was not touched for `Timing.lease` is taken away
by whoever sees it first: from then on its number, which is never given out again, owns nothing, and what it left is
anybody's. Whoever wakes up after that finds his row gone, and comes back under a new number. All ages are the
database's; a process trusts its leases only for a shorter time, by its own monotonic clock, since its last touch began.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import structlog

from bot.queueing.lookout import is_cancelled
from bot.storage.engine.database import Database, Row

log = structlog.get_logger()

Fetch = Callable[..., Awaitable[list[Row]]]

LOOK_AGAIN: Final = 0.1  # seconds

CHANNEL: Final = "qunwu"
_NOW: Final = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint"
_JOIN: Final = f"INSERT INTO process (seen_at) VALUES ({_NOW}) RETURNING id"  # noqa: S608 - a constant
_TOUCH: Final = f"UPDATE process SET seen_at = {_NOW} WHERE id = $1 RETURNING id"  # noqa: S608 - a constant
_BURY: Final = f"DELETE FROM process WHERE seen_at < {_NOW} - $1::bigint RETURNING id"  # noqa: S608 - a constant
_LEAVE: Final = "DELETE FROM process WHERE id = $1"
_HOLDERS: Final = "SELECT name, holder FROM lease WHERE holder IN (SELECT id FROM process)"
_TAKE: Final = (
    "INSERT INTO lease (name, holder) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder"
    " WHERE lease.holder NOT IN (SELECT id FROM process) RETURNING holder"
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. A process may stand still for `lease` less a beat without losing anything."""

    beat: float = 0.5
    lease: float = 4.5
    trust: float = 4.0  # of one's own leases: less, since others count from a later moment
    ring: float = 0.02  # rings within this time are one


class SharedLease:
    """`bot.shapes.lease.Lease`; `Members` keeps it up to date, as long as `trusted`."""

    def __init__(self, name: str, trusted: Callable[[], bool]) -> None:
        self.name = name
        self._trusted = trusted
        self._mine: bool | None = None  # None: nobody's that lives
        self._changed = asyncio.Event()

    def held(self) -> bool:
        return self._mine is True and self._trusted()

    def elsewhere(self) -> bool:
        return self._mine is False and self._trusted()

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
        self._leases: dict[str, SharedLease] = {}
        self._keeping: asyncio.Task[None] | None = None
        self._ringing: asyncio.Task[None] | None = None
        self.number = 0
        self.rung = asyncio.Event()

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
        with suppress(Exception):  # a database that is away forgets us by itself in a moment
            await self._database.fetch(_LEAVE, self.number)
        self.number = 0

    async def beat(self) -> None:
        """Say that this process lives, forget who does not, take what is free."""
        began = asyncio.get_running_loop().time()
        if await self._fetch(_TOUCH, self.number):
            self._touched = began
        else:
            log.error("member.given_up", number=self.number)
            await self._join()
        if gone := await self._fetch(_BURY, int(self._timing.lease * 1000)):
            log.warning("member.gone", numbers=[row["id"] for row in gone])
            self.rung.set()
        await self._take_leases()

    def ring(self) -> None:
        """There is something to do that another process may be quicker to do, or alone can."""
        if self.number and (self._ringing is None or self._ringing.done()):
            self._ringing = asyncio.create_task(self._ring(), name="ring")

    def _trusted(self) -> bool:
        return asyncio.get_running_loop().time() - self._touched < self._timing.trust

    async def _join(self) -> None:
        began = asyncio.get_running_loop().time()
        self.number = int((await self._fetch(_JOIN))[0]["id"])
        self._touched = began
        log.info("member.joined", number=self.number)
        await self._take_leases()

    async def _take_leases(self) -> None:
        holders = {row["name"]: row["holder"] for row in await self._fetch(_HOLDERS)} if self._leases else {}
        for lease in list(self._leases.values()):
            if lease.name not in holders and await self._fetch(_TAKE, lease.name, self.number):
                holders[lease.name] = self.number
            holder = holders.get(lease.name)
            lease.update(None if holder is None else holder == self.number)

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
                log.warning("members.unreachable", error=type(error).__name__)
            finally:
                self._fetch = self._database.fetch
            if is_cancelled():
                return
            await asyncio.sleep(self._timing.beat)

    async def _live_on(self, connection: Any) -> None:
        self._fetch = functools.partial(_fetch, connection, self._timing.lease)
        await connection.add_listener(CHANNEL, self._heard)
        try:
            while True:
                await self.beat()
                await asyncio.sleep(self._timing.beat)
        finally:
            if connection.is_closed():
                connection.terminate()  # else the driver keeps the ear, and complains of it when it gets it back
            else:
                await connection.remove_listener(CHANNEL, self._heard)

    def _heard(self, _: object, __: int, ___: str, payload: str) -> None:
        if payload != str(self.number):
            self.rung.set()


async def _fetch(connection: Any, within: float, sql: str, *values: object) -> list[Row]:
    return [dict(row) for row in await connection.fetch(sql, *values, timeout=within)]
