"""Sends what the outbox holds, one parcel to one reader at a time, and has written down what became of each.

Before a parcel leaves, its row says so and the ledger counts it; only then the channel is asked. A process that
dies in between finds the row again: what can't be seen twice is sent again, the rest is listed as unknown.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.delivery.books import Books
from bot.delivery.doubt import doubtful_since, goes_again, is_doubtful, pause_before, repeatable
from bot.delivery.ladder import Heard, Rung, checked, ladder
from bot.delivery.limits import REMEMBERED, Limiter
from bot.delivery.parting import elsewhere, later, without
from bot.delivery.turnstile import Turnstile, after_the_others
from bot.domain.company import Company
from bot.meters.catalogue import Meters
from bot.queueing.batching import Batcher
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Parcel, ToPeople, Verdict
from bot.shapes.pauses import OwnPauses, Pauses
from bot.shapes.ports import Channel, Clock
from bot.shapes.queue import Claim, NotYet, OutboxRow, OutboxRows, Waiting

log = structlog.get_logger()

WHILE_CLOSED = 1.0  # seconds until a channel that is down is looked at again
WHILE_MISCONFIGURED = 60.0
SHUT = "nothing passes there for a while"
NO_WAY = "no way to reach the reader is left"
NOT_WRITTEN = "stopped before the outcome was written down"


async def _silent(cause: str) -> None:
    return


async def _not_told(via: Via, outcome: Outcome) -> None:
    return


def _unheard(rows: Sequence[Waiting]) -> None:
    return


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
        alarm: Callable[[str], Awaitable[None]] = _silent,
        shut: Callable[[Via, Outcome], Awaitable[None]] = _not_told,
        pauses: Pauses | None = None,
        announce: Callable[[Sequence[Waiting]], None] = _unheard,
        meters: Meters | None = None,
    ) -> None:
        self._rows = rows
        self._channels = channels
        self._clock = clock
        self._company = company
        self._heard = heard
        self._limiter = limiter or Limiter()
        self._meters = meters or Meters()
        self._alarm = alarm
        self._shut = shut
        self._pauses = pauses or OwnPauses()
        self._turnstile = Turnstile(self._pauses)
        self._books = Books(rows, self._now_ms, self._parked, announce)
        self._claims = Batcher[Claim, bool | NotYet | None](rows.claim)
        self._held: dict[int, int] = {}  # row -> until when its route's limit holds it, ms of the company's clock

    def limits_used(self) -> Mapping[Via, float]:
        """Of each way the share of the last minute's places that its busiest route has taken."""
        return self._limiter.used(self._now_ms())

    async def recover(self) -> Sequence[Waiting]:
        """Count what was sent. For the pump: what was being sent when its process stopped, and what it has already."""
        await self._pauses.read()
        self._limiter.load(await self._rows.sent_since(self._now_ms() - REMEMBERED))
        return await self._rows.interrupted()

    def next_due(self) -> datetime | None:
        """When a limit lets the next held parcel go: business time, since WeCom's windows follow the clock."""
        if not self._held:
            return None
        return self._clock.now() + timedelta(milliseconds=max(0, min(self._held.values()) - self._now_ms()))

    async def work(self, waiting: Waiting) -> float | None:
        try:
            return await self._work(waiting)
        except NotYet as later:
            return later.wait

    async def _work(self, waiting: Waiting) -> float | None:
        self._held.pop(waiting.id, None)
        row = await self._read(waiting.id)
        if row is not None and is_doubtful(row):
            row = await self._resolve(row)
        if row is None or row.state != "waiting":
            return None
        rung = self._rung(row)
        if rung is None:
            await self._no_way(row, Outcome(Verdict.REFUSED, why=NO_WAY))
            return None
        if not self._channels[rung.via].open():
            return WHILE_CLOSED
        if waits := self._waits(row, rung):
            return await self._hold(row, rung, waits)
        if wait := self._turnstile.wait(row, rung):
            return wait
        try:
            return await self._send(row, rung)
        except NotYet:
            if waits := self._waits(row, rung):  # what others have sent is known by now
                return await self._hold(row, rung, waits)
            raise
        finally:
            self._turnstile.gave_up(row, rung)

    def _waits(self, row: OutboxRow, rung: Rung) -> Mapping[str, int]:
        """ms for each reader's route; nothing where nobody is at his limit."""
        now = self._now_ms()
        waits = {route: self._limiter.wait(route, now, urgent=row.urgent) for route in rung.routes}
        return waits if any(waits.values()) else {}

    async def _hold(self, row: OutboxRow, rung: Rung, waits: Mapping[str, int]) -> float:
        """Until nobody's limit stands in the way. Of many, those who are at theirs follow by themselves, unless nobody
        knows whether they have it already."""
        people = rung.parcel.address
        if isinstance(people, ToPeople) and not all(waits.values()) and row.doubtful_since is None:
            blocked = [user for user, wait in zip(people.users, waits.values(), strict=True) if wait]
            nothing = Outcome(Verdict.RETRY, why="some are at their limit")
            await self._books.divided(row, "waiting", nothing, without(people, blocked), later(people, blocked))
            return 0.0
        wait = max(waits.values())
        self._held[row.id] = self._now_ms() + wait
        return wait / 1000

    async def _read(self, number: int) -> OutboxRow | None:
        """None, and the row is parked, where this version of the program can't read it."""
        try:
            return await self._rows.get(number)
        except ValueError:
            await self._books.unreadable(number)
            return None

    async def _resolve(self, row: OutboxRow) -> OutboxRow | None:
        """A doubtful one, if it may go again; None: it is listed as unknown."""
        doubt = Outcome(Verdict.UNKNOWN, why=NOT_WRITTEN)
        if not repeatable(row, self._rung(row), self._now_ms()):
            await self._books.unknown(row, doubt)
            return None
        doubtful = replace(row, state="waiting", doubtful_since=doubtful_since(row))
        if row.state == "waiting":
            return doubtful
        await self._books.again(row, doubt, 0.0)
        return replace(doubtful, version="")

    def _rungs(self, row: OutboxRow) -> list[Rung]:
        return [rung for rung in ladder(row, self._company(), self._heard) if rung.via in self._channels]

    def _rung(self, row: OutboxRow) -> Rung | None:
        """The first of the ladder that was not refused yet and has a channel."""
        rungs = self._rungs(row)
        return rungs[row.step] if row.step < len(rungs) else None

    async def _send(self, row: OutboxRow, rung: Rung) -> float | None:
        now = self._now_ms()
        check = await self._claim(row, rung, now)
        if check is None:
            return None
        rung = checked(rung, check=check)
        row = replace(
            row, attempts=row.attempts + 1, route=rung.route, claimed_at=now, check_duplicates=check, version=""
        )
        if row.doubtful_since is not None and not repeatable(row, rung, now):
            await self._books.unknown(row, Outcome(Verdict.UNKNOWN, why="an equal message went there meanwhile"))
            return None
        outcome = await self._ask(rung)
        answered = self._now_ms()
        for route in rung.routes:
            self._limiter.answered(route, now, answered)
        return await self._settled(row, rung, outcome)

    async def _claim(self, row: OutboxRow, rung: Rung, now: int) -> bool | None:
        """Counted before it is written, since another lane may send by the same route meanwhile."""
        digest = hashlib.sha256(repr(rung.parcel.content).encode()).hexdigest()[:32]
        app = rung.via is Via.APP
        claim = Claim(
            row.id,
            rung.route,
            digest,
            now,
            ask_check=app,
            urgent=row.urgent,
            readers=rung.readers,
            version=row.version,
        )
        for route in rung.routes:
            self._limiter.note(route, now)
        try:
            claimed = await self._claims.add(claim)
        except Exception:
            self._not_claimed(rung, now)
            raise
        if claimed is None or isinstance(claimed, NotYet):
            self._not_claimed(rung, now)
        if isinstance(claimed, NotYet):
            raise claimed
        return claimed

    def _not_claimed(self, rung: Rung, at: int) -> None:
        for route in rung.routes:
            self._limiter.forget(route, at)

    async def _ask(self, rung: Rung) -> Outcome:
        """Not where WeCom has shut the channel since it was claimed."""
        if left := self._turnstile.left(rung):
            return Outcome(Verdict.RETRY, why=SHUT, pause=left)
        outcome = await self._sent(self._channels[rung.via], rung.parcel)
        await self._turnstile.answered(rung, outcome)
        return outcome

    async def _sent(self, channel: Channel, parcel: Parcel) -> Outcome:
        """A channel that raises has broken its promise: what it did before that, nobody knows."""
        try:
            return await channel.send(parcel)
        except Exception as error:
            log.exception("channel.defect", via=channel.via, parcel=parcel.id)
            return Outcome(Verdict.UNKNOWN, why=f"the channel raised {type(error).__name__}")

    async def _settled(self, row: OutboxRow, rung: Rung, outcome: Outcome) -> float | None:
        self._count(row, rung, outcome)
        match outcome.verdict:
            case Verdict.DONE:
                await self._done(row, outcome)
                return None
            case Verdict.RETRY if outcome.pause:
                return await self._books.again(row, outcome, outcome.pause + after_the_others(row), counted=False)
            case Verdict.RETRY if goes_again(row, outcome):
                return await self._books.again(row, outcome, pause_before(row, outcome))
            case Verdict.UNKNOWN if repeatable(row, rung, self._now_ms()):
                return await self._books.again(row, outcome)
            case Verdict.MISCONFIGURED:
                log.error("channel.misconfigured", via=rung.via, errcode=outcome.errcode, why=outcome.why)
                again = await self._books.again(row, outcome, WHILE_MISCONFIGURED, counted=False)
                if outcome.pause:
                    await self._shut(rung.via, outcome)
                    again += after_the_others(row)
                return again
        if outcome.verdict is Verdict.UNKNOWN or row.doubtful_since is not None:
            await self._books.unknown(row, outcome)  # another way would be a second message if the first got through
            return None
        return await self._next_rung(row, rung, outcome)

    async def _next_rung(self, row: OutboxRow, rung: Rung, outcome: Outcome) -> float | None:
        """A plainer form of the same channel if that may pass, else the next channel."""
        rungs = self._rungs(row)
        following = range(row.step + 1, len(rungs))
        step = next((i for i in following if outcome.form or rungs[i].via is not rung.via), None)
        log.warning("parcel.refused", parcel=row.id, via=rung.via, errcode=outcome.errcode, why=outcome.why)
        if step is None:
            await self._no_way(row, outcome)
            return None
        await self._books.step(row, outcome, step)
        return 0.0

    async def _no_way(self, row: OutboxRow, outcome: Outcome) -> None:
        """Of many, each is looked for by himself."""
        why = outcome.why or f"refused with {outcome.errcode}"
        if not isinstance(row.address, ToPeople):
            return await self._books.park(row, why, outcome)
        parts = elsewhere(row, row.address, row.address.users, self._rungs, why)
        return await self._books.divided(row, "refused", outcome, replace(row.address, users=()), parts)

    async def _done(self, row: OutboxRow, outcome: Outcome) -> None:
        if not isinstance(row.address, ToPeople) or not outcome.missed:
            return await self._books.done(row, outcome)
        missed = [user for user in row.address.users if user in outcome.missed]
        parts = elsewhere(row, row.address, missed, self._rungs, outcome.why)
        return await self._books.divided(row, "done", outcome, without(row.address, missed), parts)

    def _count(self, row: OutboxRow, rung: Rung, outcome: Outcome) -> None:
        self._meters.sends.add(rung.via, outcome.verdict)
        if outcome.errcode:
            self._meters.errcodes.add(rung.via, str(outcome.errcode))
        if outcome.verdict is Verdict.DONE:
            self._meters.answered(row.cause)

    async def _parked(self, cause: str) -> None:
        self._meters.parked.add()
        await self._alarm(cause)

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
