"""Sends what the outbox holds, one parcel to one reader at a time, and writes down what became of each.

Before a parcel leaves, its row says so and the ledger counts it; only then the channel is asked. A process that
dies in between finds the row again: what can't be seen twice is sent again, the rest is listed as unknown.
"""

import hashlib
import random
from collections.abc import Callable, Mapping

import structlog

from bot.delivery.ladder import Heard, Rung, checked, ladder, may_repeat
from bot.delivery.limits import Limiter
from bot.domain.company import Company
from bot.queueing.batching import Batcher
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Channel, Clock
from bot.shapes.queue import Claim, OutboxRow, OutboxRows, Settlement, Waiting

log = structlog.get_logger()

MOST_ATTEMPTS = 8  # of one rung, for what passes by itself; -1 is tried no more often than WeCom allows
WHILE_CLOSED = 1.0  # seconds until a channel that is down is looked at again
WHILE_MISCONFIGURED = 60.0
REPEAT_WITHIN_MS = 25 * 60 * 1000  # WeCom's duplicate check looks 30 minutes back


class Post:
    """`work` is the delivery pump's."""

    def __init__(
        self,
        rows: OutboxRows,
        channels: Mapping[Via, Channel],
        clock: Clock,
        company: Callable[[], Company],
        heard: Heard,
        *,
        limiter: Limiter | None = None,
        alarm: Callable[[OutboxRow, str], None] = lambda row, why: None,
    ) -> None:
        self._rows = rows
        self._channels = channels
        self._clock = clock
        self._company = company
        self._heard = heard
        self._limiter = limiter or Limiter()
        self._alarm = alarm
        self._claims = Batcher[Claim, bool](rows.claim)
        self._settlements = Batcher[Settlement, None](rows.settle)

    async def recover(self) -> None:
        """At start: count what was sent, and resolve what was being sent when the last process stopped."""
        self._limiter.load(await self._rows.sent_since(self._now_ms() - 3_700_000))
        for row in await self._rows.interrupted():
            rung = self._rung(row)
            if rung and may_repeat(rung) and self._now_ms() - (row.claimed_at or 0) < REPEAT_WITHIN_MS:
                await self._settle(row, "waiting", why="stopped while being sent; sent again", step=row.step)
            else:
                await self._unknown(row, Outcome(Verdict.UNKNOWN, why="stopped while being sent"))

    async def work(self, waiting: Waiting) -> float | None:
        row = await self._rows.get(waiting.id)
        rung = self._rung(row)
        if rung is None:
            await self._park(row, "no way to reach the reader is left")
            return None
        channel = self._channels[rung.via]
        if not channel.open():
            return WHILE_CLOSED
        now = self._now_ms()
        if wait := self._limiter.wait(rung.route, now, urgent=row.urgent):
            return wait / 1000
        self._limiter.note(rung.route, now)
        rung = checked(rung, check=await self._claim(row, rung, now))
        return await self._settled(row, rung, await channel.send(rung.parcel))

    def _rung(self, row: OutboxRow) -> Rung | None:
        """The first of the ladder that was not refused yet and has a channel."""
        rungs = [rung for rung in ladder(row, self._company(), self._heard) if rung.via in self._channels]
        return rungs[row.step] if row.step < len(rungs) else None

    async def _claim(self, row: OutboxRow, rung: Rung, now: int) -> bool:
        digest = hashlib.sha256(repr(rung.parcel.content).encode()).hexdigest()[:32]
        claim = Claim(row.id, rung.route, digest, now, ask_check=rung.via is Via.APP, keep_check=row.check_duplicates)
        return await self._claims.add(claim)

    async def _settled(self, row: OutboxRow, rung: Rung, outcome: Outcome) -> float | None:
        match outcome.verdict:
            case Verdict.DONE:
                await self._settle(row, "done", outcome=outcome)
                return None
            case Verdict.RETRY if row.attempts < MOST_ATTEMPTS:
                return await self._again(row, outcome, outcome.wait or _backoff(row.attempts))
            case Verdict.UNKNOWN if may_repeat(rung) and row.attempts < MOST_ATTEMPTS:
                return await self._again(row, outcome, _backoff(row.attempts))
            case Verdict.UNKNOWN:
                await self._unknown(row, outcome)
                return None
            case Verdict.MISCONFIGURED:
                log.error("channel.misconfigured", via=rung.via, errcode=outcome.errcode, why=outcome.why)
                return await self._again(row, outcome, WHILE_MISCONFIGURED)
            case _:
                return await self._next_rung(row, rung, outcome)

    async def _again(self, row: OutboxRow, outcome: Outcome, wait: float) -> float:
        await self._settle(row, "waiting", outcome=outcome, step=row.step)
        return wait

    async def _next_rung(self, row: OutboxRow, rung: Rung, outcome: Outcome) -> float | None:
        """A plainer form of the same channel if that may pass, else the next channel."""
        rungs = [each for each in ladder(row, self._company(), self._heard) if each.via in self._channels]
        following = range(row.step + 1, len(rungs))
        step = next((i for i in following if outcome.form or rungs[i].via is not rung.via), None)
        log.warning("parcel.refused", parcel=row.id, via=rung.via, errcode=outcome.errcode, why=outcome.why)
        if step is None:
            await self._park(row, outcome.why or f"refused with {outcome.errcode}", outcome)
            return None
        await self._settle(row, "waiting", outcome=outcome, step=step)
        return 0.0

    async def _park(self, row: OutboxRow, why: str, outcome: Outcome | None = None) -> None:
        log.error("parcel.parked", parcel=row.id, why=why)
        await self._settle(row, "parked", outcome=outcome, why=why, step=row.step)
        self._alarm(row, why)

    async def _unknown(self, row: OutboxRow, outcome: Outcome) -> None:
        log.error("parcel.unknown", parcel=row.id, route=row.route, why=outcome.why)
        await self._settle(row, "unknown", outcome=outcome, step=row.step)

    async def _settle(
        self, row: OutboxRow, state: str, *, outcome: Outcome | None = None, why: str = "", step: int = 0
    ) -> None:
        await self._settlements.add(
            Settlement(
                row.id,
                state,
                self._now_ms(),
                errcode=outcome.errcode if outcome else 0,
                why=why or (outcome.why if outcome else ""),
                step=step,
                receipt=outcome.receipt if outcome else None,
            )
        )

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _backoff(attempts: int) -> float:
    """0.5 s doubling to 30 s, with jitter (no security hangs on it)."""
    return min(30.0, 0.5 * 2.0**attempts) * random.uniform(0.8, 1.2)  # noqa: S311
