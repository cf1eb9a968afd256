"""`/metrics`: what was counted since the start, and how things stand at this moment."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.upkeep.workings import Depth, Shut
from bot.meters.catalogue import Meters
from bot.meters.instruments import Gauge, Labels
from bot.meters.lag import LoopLag
from bot.meters.text import Family, exposition
from bot.shapes.incoming import Via
from bot.shapes.queue import ShutRows
from bot.storage.engine.depths import DepthTable

OPEN: Final = ("waiting", "sending")
QUEUES: Final = ("inbox", "outbox")
WITHIN: Final = 2.0  # seconds that the database may take

Values = dict[Labels, float]


async def _not_told() -> None:
    return


class Vitals:
    """`connection` is the long connection's state, None where there is none; `refusals` counts callbacks by reason.
    `limits`: which share of each way's limit is used.

    `configuration`: its fingerprint, by which one can see that a process still works by an older one.
    `backups`: when the last good one was taken; None where none is to be.
    """

    def __init__(
        self,
        meters: Meters,
        depths: DepthTable,
        lag: LoopLag,
        ways: ShutRows,
        *,
        connection: Callable[[], str | None],
        refusals: Callable[[], Mapping[str, int]],
        limits: Callable[[], Mapping[Via, float]] = dict,
        configuration: str = "",
        backups: Callable[[], Awaitable[datetime | None]] = _not_told,
    ) -> None:
        self._meters = meters
        self._depths = depths
        self._lag = lag
        self._ways = ways
        self._connection = connection
        self._refusals = refusals
        self._limits = limits
        self._configuration = configuration
        self._backups = backups

    async def page(self) -> str:
        return exposition(await self.families())

    async def families(self) -> list[Family]:
        """While the database is away, what can be told without it."""
        now = int(time.time() * 1000)
        try:
            async with asyncio.timeout(WITHIN):
                stored, there = await self._stored(now), 1.0
        except Exception:
            stored, there = _queues(await self._depths.local(), now), 0.0
        up = Gauge("qunwu_database_up", "1 if the database answers", (), {(): there})
        return [*self._meters.families(), *stored, up, *self._moment()]

    async def _stored(self, now: int) -> list[Gauge]:
        unclaimed = Gauge(
            "qunwu_accidents_unclaimed",
            "Urgent accidents that nobody has confirmed",
            (),
            {(): await self._depths.unclaimed()},
        )
        queues = _queues(await self._depths.all(), now, QUEUES)
        since = await self._depths.unlinked_since()
        behind = Gauge(
            "qunwu_audit_behind_seconds",
            "Age of the oldest entry of the trail that is not linked yet",
            (),
            {(): max(0.0, now / 1000 - since.timestamp()) if since else 0},
        )
        return [*queues, unclaimed, behind, *_shut(await self._ways.all()), *_backed_up(await self._backups(), now)]

    def _moment(self) -> list[Gauge]:
        refused: Values = {(reason,): number for reason, number in self._refusals().items()}
        used: Values = {(via,): share for via, share in self._limits().items()}
        connection: Values = {(state,): 1 for state in [self._connection()] if state}
        return [
            Gauge("qunwu_callbacks_refused", "Callbacks not believed since the start, by reason", ("reason",), refused),
            Gauge("qunwu_limit_used_ratio", "Of WeCom's limit a minute, by the busiest route", ("via",), used),
            Gauge("qunwu_configuration", "1 for what it works by", ("fingerprint",), {(self._configuration,): 1}),
            Gauge("qunwu_long_connection", "1 for the state that it is in", ("state",), connection),
            Gauge(
                "qunwu_loop_lag_seconds", "How late the event loop was in the last minute", (), {(): self._lag.worst}
            ),
        ]


def _shut(ways: Sequence[Shut]) -> list[Gauge]:
    lasted: Values = {(each.what, str(each.errcode)): each.lasted for each in ways}
    left: Values = {(each.what,): each.left for each in ways}
    return [
        Gauge("qunwu_wecom_shut_seconds", "For how long WeCom has let nothing pass", ("what", "errcode"), lasted),
        Gauge("qunwu_wecom_shut_left_seconds", "Until it is asked again whether something may pass", ("what",), left),
    ]


def _backed_up(at: datetime | None, now: int) -> list[Gauge]:
    about = "Since the last good backup was taken; since one was wanted first, where none was"
    return [Gauge("qunwu_backup_age_seconds", about, (), {(): max(0.0, now / 1000 - at.timestamp())})] if at else []


def _queues(depths: Sequence[Depth], now: int, queues: Sequence[str] = ()) -> list[Gauge]:
    """`queues` are told of even where nothing waits."""
    rows: Values = {(queue, "waiting"): 0 for queue in queues}
    ages: Values = {(queue,): 0 for queue in queues}
    for each in depths:
        rows[each.queue, each.state] = each.number
        if each.state in OPEN:
            ages[each.queue,] = max(ages.get((each.queue,), 0), (now - each.oldest) / 1000)
    return [
        Gauge("qunwu_queue_rows", "Rows that are not finished", ("queue", "state"), rows),
        Gauge("qunwu_queue_oldest_seconds", "Age of the oldest row that waits", ("queue",), ages),
    ]
