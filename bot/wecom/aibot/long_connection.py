"""The AI bot's long connection (D-101463): subscribe, hear, answer, and come back when it breaks.

Nothing is replayed: what people say while nobody is connected is lost. So the receive loop waits for nothing but the
socket, and the pause after a break starts at a second. Only one connection per bot lives; whoever subscribes later
evicts the earlier one, and two that come back at once would evict each other for ever: the evicted one stays away.
Where several processes of ours share a database, only the one with the lease subscribes, and speaks. While the database
is away it goes on hearing: if another has the lease meanwhile, WeCom itself evicts this one. One that gets no way to
WeCom, as where its machine's way out is closed, lets another one try.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import structlog
from aiohttp import ClientError, ClientSession, ClientWebSocketResponse, ClientWSTimeout, WSMsgType

from bot.shapes.incoming import Incoming, Kind
from bot.shapes.lease import SOLE, Lease
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Clock, Intake
from bot.wecom.aibot.arrivals import Arrivals
from bot.wecom.aibot.backoff import Backoff
from bot.wecom.aibot.frames import PING, SUBSCRIBE, Body, Frame, parse
from bot.wecom.aibot.handles import Asked, handle
from bot.wecom.aibot.incoming import incoming
from bot.wecom.aibot.receipts import Receipts
from bot.wecom.aibot.wire import Wire

EVICTED: Final = "disconnected_event"
CLOSE_TIME: Final = ClientWSTimeout(ws_close=1.0)
DOWN: Final = Outcome(Verdict.RETRY, why="the long connection is down", wait=1.0)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class BotCredentials:
    url: str
    bot_id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of real time. Pairs are the first and the longest pause."""

    connect: float = 10.0
    ack: float = 5.0
    heartbeat: float = 30.0
    after_break: tuple[float, float] = (1.0, 30.0)
    after_refusal: tuple[float, float] = (60.0, 600.0)
    after_eviction: tuple[float, float] = (600.0, 3600.0)
    receipt: float = 2.0
    own_turn: float = 20.0  # without getting through; then another process may try
    others_turn: float = 3.0  # to begin it


class State(StrEnum):
    """How things stand, for /readyz and the log."""

    CONNECTING = "connecting"
    UP = "up"
    REFUSED = "refused"  # wrong credentials, or asked too often
    EVICTED = "evicted"
    STANDBY = "standby"  # another process of ours has the connection
    STOPPED = "stopped"


class LongConnection:
    """From `start` to `stop`. `still_working` (see Receipts) may be left out: then there are no receipts."""

    def __init__(
        self,
        session: ClientSession,
        credentials: BotCredentials,
        *,
        intake: Intake,
        clock: Clock,
        still_working: Callable[[str], Awaitable[bool]] | None = None,
        on_evicted: Callable[[], None] = lambda: None,
        lease: Lease = SOLE,
        timing: Timing = Timing(),
        dice: Callable[[], float] = random.random,
    ) -> None:
        self._session = session
        self._credentials = credentials
        self._clock = clock
        self._on_evicted = on_evicted
        self._lease = lease
        self._timing = timing
        self._pauses = {
            State.CONNECTING: Backoff(*timing.after_break, dice),
            State.REFUSED: Backoff(*timing.after_refusal, dice),
            State.EVICTED: Backoff(*timing.after_eviction, dice),
        }
        self._arrivals = Arrivals(intake, taken=self._taken)
        self._wire: Wire | None = None
        self._running: asyncio.Task[None] | None = None
        self._in_vain_since = 0.0  # on the loop's clock
        self.receipts = Receipts(self.exchange, still_working, after=timing.receipt) if still_working else None
        self.state = State.CONNECTING

    @property
    def up(self) -> bool:
        return self._wire is not None and not self._wire.lost and self._lease.held()

    async def exchange(self, cmd: str, body: Body | None = None, *, req_id: str = "") -> Outcome:
        """Send a frame and say what became of it. Down: RETRY, nothing was sent."""
        return await self._wire.exchange(cmd, body, req_id=req_id) if self._wire and self._lease.held() else DOWN

    def start(self) -> None:
        self._running = asyncio.create_task(self._run(), name="wecom long connection")

    async def stop(self, *, within: float = 5.0) -> None:
        """Close the socket, so that nobody takes us for a listener, and see what was heard safely stored.

        Stop what sends replies first: without a connection they wait for the next start.
        """
        if self._running:
            self._running.cancel()
            await asyncio.wait([self._running])
        if self.receipts:
            await self.receipts.stop()
        await self._arrivals.stop(within=within)
        self.state = State.STOPPED

    async def _run(self) -> None:
        """Connect, and again whenever it ends, as long as it is this process's turn."""
        loop = asyncio.get_running_loop()
        self._in_vain_since = loop.time()
        while True:
            if not self._lease.held():
                self.state = State.STANDBY
                await self._lease.taken()
                self._in_vain_since = loop.time()
            started = loop.time()
            try:
                self.state = await self._live()
            except Exception:
                log.exception("the long connection failed; it goes on")
                self.state = State.CONNECTING
            if not self._lease.held():
                continue
            if self.state is State.CONNECTING and loop.time() - self._in_vain_since >= self._timing.own_turn:
                self._lease.pass_on(self._timing.others_turn)
                self._in_vain_since = loop.time()
            pause = self._pauses[self.state].after(loop.time() - started)
            log.warning("long connection ended", state=self.state, again_in=round(pause, 1))
            if self.state is State.EVICTED:
                self._on_evicted()
            with suppress(TimeoutError):  # whoever gets the lease back after that begins anew
                async with asyncio.timeout(pause):
                    await self._lease.lost()

    async def _live(self) -> State:
        """One connection from start to end; the state that its end leaves."""
        self.state = State.CONNECTING
        try:
            async with asyncio.timeout(self._timing.connect):
                socket = await self._session.ws_connect(self._credentials.url, timeout=CLOSE_TIME)
        except (ClientError, OSError, TimeoutError) as error:
            log.warning("no long connection", error=type(error).__name__)
            return State.CONNECTING
        return await self._live_on(socket)

    async def _live_on(self, socket: ClientWebSocketResponse) -> State:
        wire = Wire(socket, ack_time=self._timing.ack)
        reading = asyncio.create_task(self._read(socket, wire), name="wecom reading")
        try:
            return await self._serve(wire, reading)
        finally:
            self._wire = None
            wire.lose()
            await socket.close()
            await reading

    async def _serve(self, wire: Wire, reading: asyncio.Task[bool]) -> State:
        if not self._lease.held():
            return State.STANDBY
        body = {"bot_id": self._credentials.bot_id, "secret": self._credentials.secret}
        subscribed = await wire.exchange(SUBSCRIBE, body)
        if subscribed.verdict is not Verdict.DONE:
            log.error("not subscribed", errcode=subscribed.errcode, why=subscribed.why)
            return State.CONNECTING if subscribed.verdict is Verdict.UNKNOWN else State.REFUSED
        self._wire, self.state = wire, State.UP
        log.info("long connection up")
        beating = asyncio.create_task(self._beat(wire), name="wecom heartbeat")
        losing = asyncio.create_task(self._lease.gone(), name="wecom lease")
        try:
            await asyncio.wait([reading, beating, losing], return_when=asyncio.FIRST_COMPLETED)
        finally:
            beating.cancel()
            losing.cancel()
            self._in_vain_since = asyncio.get_running_loop().time()
        return State.EVICTED if reading.done() and reading.result() else State.CONNECTING

    async def _read(self, socket: ClientWebSocketResponse, wire: Wire) -> bool:
        """Until the socket ends; True when it ends because somebody else has subscribed."""
        async for message in socket:
            frame = parse(message.data) if message.type is WSMsgType.TEXT else None
            if frame is None:
                log.warning("a frame that is none", type=message.type.name)
            elif frame.is_ack:
                wire.acknowledge(frame)
            elif frame.event == EVICTED:
                return True
            else:
                self._hear(frame)
        wire.lose()
        return False

    def _hear(self, frame: Frame) -> None:
        """Whatever a frame does to us, the connection outlives it."""
        try:
            heard = incoming(frame, at=self._clock.now())
        except Exception:
            log.exception("a frame was not understood", cmd=frame.cmd)
            return
        if heard:
            self._arrivals.put(heard)

    def _taken(self, message: Incoming) -> None:
        asked = handle(message.handle)
        if self.receipts and asked and asked.asked is Asked.MESSAGE and message.kind is not Kind.OTHER:
            self.receipts.watch(message.key, asked.req_id)

    async def _beat(self, wire: Wire) -> None:
        """Until two pongs in a row are missing: then the other side is gone, whatever the socket believes.

        After a missing one the next ping goes out at once: what people say to a dead connection is lost.
        """
        missed = 0
        while missed < 2:
            await asyncio.sleep(0 if missed else self._timing.heartbeat)
            answered = (await wire.exchange(PING)).verdict is Verdict.DONE
            missed = 0 if answered else missed + 1
        log.warning("two heartbeats unanswered")
