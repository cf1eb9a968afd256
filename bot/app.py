"""The one composition root: knows everything, is known by nobody."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import SandboxClock, SystemClock
from bot.config.settings import Settings
from bot.delivery.alarm import Alarm
from bot.delivery.limits import Limiter
from bot.delivery.post import Post
from bot.discovery import find_commands, find_jobs
from bot.domain.company import Company
from bot.doors import Doors
from bot.front_door import front_door
from bot.intake.dispatcher import RETRY_AFTER, Dispatcher
from bot.intake.inbox import Inbox
from bot.intake.recognise import Recogniser
from bot.intake.router import DIRECTORY_JOB, Router
from bot.meters.catalogue import Meters
from bot.meters.lag import LoopLag
from bot.queueing.lookout import Lookout
from bot.queueing.pump import Pump
from bot.queueing.rush import Rush
from bot.services.company_book import CompanyBook
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.lease import SOLE
from bot.shapes.ports import Channel, Clock, Sources
from bot.shapes.queue import Quota, Waiting
from bot.storage.database import Database
from bot.storage.depths import DepthTable
from bot.storage.files import FileTable
from bot.storage.inbox import InboxTable
from bot.storage.members import Members
from bot.storage.opening import opened
from bot.storage.outbox import OutboxTable
from bot.storage.parked import ParkedTable
from bot.storage.shared_inbox import SharedInboxTable
from bot.storage.shared_outbox import SharedOutboxTable
from bot.storage.store import Records
from bot.vitals import Vitals
from bot.web import Check, routes
from bot.wecom.body import BODY_LIMIT
from bot.wecom.session import open_session
from scheduler.ticker import Ticker

log = structlog.get_logger()

STOP_WITHIN = 7.0  # seconds, of the ten that a service manager usually gives
LAST_REQUESTS_WITHIN = 1.0  # seconds more for requests that are being answered
SANDBOX_WITHIN = 10.0  # seconds until the sandbox must have told the time
CONNECTION, JOBS = "long-connection", "jobs"  # leases: what one process at a time may do
WORKERS = 8
SENDERS = 16


@dataclass(frozen=True, slots=True)
class Sharing:
    """Of the database with other processes, on PostgreSQL."""

    members: Members
    lookout: Lookout


@dataclass(slots=True)
class Core:
    """Everything between the doors and the database: what tests drive and production serves."""

    database: Database
    clock: Clock
    book: CompanyBook
    records: Records
    inbox: Inbox
    incoming: Pump
    outgoing: Pump
    post: Post
    ticker: Ticker
    inbox_table: InboxTable
    outbox_table: OutboxTable
    parked: ParkedTable
    meters: Meters
    sharing: Sharing | None = None

    async def start(self) -> None:
        """Read what is kept, resolve what was interrupted, and take up work."""
        if self.sharing:
            await self.sharing.members.start()
        await self.records.peers.load()
        await self.records.identities.refresh()
        await self.book.refresh()
        await self.post.recover()
        await self.ticker.plan()
        self.incoming.add(await self.inbox_table.waiting())
        self.outgoing.add(await self.outbox_table.waiting())
        self.incoming.start()
        self.outgoing.start()
        if self.sharing:
            self.sharing.lookout.start(self.look)

    async def stop(self) -> None:
        if self.sharing:
            await self.sharing.lookout.stop()
        await self.incoming.stop(within=STOP_WITHIN / 2)
        await self.outgoing.stop(within=STOP_WITHIN / 2)
        if self.sharing:
            await self.sharing.members.stop()

    async def look(self) -> None:
        """Take up what other processes stored or left behind."""
        await self.records.peers.load()
        await self.post.recover()
        self.incoming.add(await self.inbox_table.waiting())
        self.outgoing.add(await self.outbox_table.waiting())

    async def tick(self) -> None:
        """Run what is due; take up what another process changed."""
        await self.ticker.tick()
        await self.book.refresh()
        await self.records.identities.refresh()
        messages, parcels = await self.parked.take_back()
        self.incoming.add(messages)
        self.outgoing.add(parcels)

    async def settle(self) -> datetime | None:
        """The clock was moved: do all that is due now. When the next thing falls due."""
        self.outgoing.hurry()
        await self.tick()
        await self.settled()
        return min(filter(None, (await self.ticker.next_due(), self.post.next_due())), default=None)

    async def settled(self) -> None:
        """Wait until nothing could go now; what waits out a failure or a limit doesn't count."""
        while not (self.incoming.is_settled() and self.outgoing.is_settled()):
            await self.incoming.settled()
            await self.outgoing.settled()


def build_core(
    configured: Company,
    database: Database,
    clock: Clock,
    channels: Mapping[Via, Channel],
    sources: Sources,
    *,
    commands: CommandBook | None = None,
    jobs: Sequence[Job] | None = None,
    retry_after: Sequence[float] = RETRY_AFTER,
    members: Members | None = None,
) -> Core:
    """Wire the pipeline; nothing runs yet. Tests hand in their own channels and clock, and nothing else differs.

    `members`: who this process is among those that share a PostgreSQL, where others must know it too.
    """
    members = members or _members(database)
    records, limiter, meters = Records(), Limiter(), Meters()
    inbox_table, outbox_table = _queues(database, members, limiter)

    def announced(pump: Callable[[], Pump]) -> Callable[[Iterable[Waiting]], None]:
        """To the pump, which is made after what announces to it, and to other processes."""

        def announce(rows: Iterable[Waiting]) -> None:
            pump().add(rows)
            if members:
                members.ring()

        return announce

    book = CompanyBook(records.directory, configured)
    alarm = Alarm(
        outbox_table,
        records.jobs,
        database.transact,
        announced(lambda: outgoing),
        clock,
        book.company,
    )
    post = Post(
        outbox_table,
        channels,
        clock,
        book.company,
        records.peers.heard,
        limiter=limiter,
        alarm=alarm.raised,
        meters=meters,
    )
    rush = Rush()
    outgoing = Pump("delivery", post.work, workers=SENDERS, give_way=rush.over)
    router = Router(commands or find_commands(), records, clock, book.company, database.attempt)
    recogniser = Recogniser(records.identities, sources.user_ids, database.transact, clock, book.company)
    dispatcher = Dispatcher(
        inbox_table,
        outbox_table,
        database.transact,
        recogniser.routing(router.route),
        announced(lambda: outgoing),
        retry_after=retry_after,
        meters=meters,
    )
    incoming = Pump("intake", recogniser.before(dispatcher.work), workers=WORKERS, give_way=rush.over)
    inbox = Inbox(inbox_table, announced(lambda: incoming), rush, meters)
    ticker = Ticker(
        jobs if jobs is not None else find_jobs(),
        records.jobs,
        records,
        outbox_table,
        database.transact,
        announced(lambda: outgoing),
        clock,
        book.company,
        sources,
        lease=members.lease(JOBS) if members else SOLE,
        meters=meters,
    )
    return Core(
        database,
        clock,
        book,
        records,
        inbox,
        incoming,
        outgoing,
        post,
        ticker,
        inbox_table,
        outbox_table,
        ParkedTable(database),
        meters,
        Sharing(members, Lookout(members.rung)) if members else None,
    )


def _members(database: Database) -> Members | None:
    """None on SQLite: there is one process to a file."""
    return Members(database) if database.postgres else None


def _queues(database: Database, members: Members | None, quota: Quota) -> tuple[InboxTable, OutboxTable]:
    if members is None:
        return InboxTable(database), OutboxTable(database)
    return SharedInboxTable(database), SharedOutboxTable(database, lambda: members.number, quota)


@asynccontextmanager
async def serving(settings: Settings, door: socket.socket | None = None) -> AsyncIterator[Core]:
    """The whole program, as `qunwu run` serves it; stopped gracefully within ten seconds on the way out.

    `door` where the listening socket was opened before this program was loaded.
    """
    door = door or front_door(settings.server.host, settings.server.port)
    async with (
        opened(settings.database.url) as database,
        open_session() as session,
        _telling_time(settings, session) as clock,
        nullcontext(_members(database)) as members,
        _doors(settings, session, clock, members) as doors,
    ):
        core = build_core(
            settings.configured_company(), database, clock, doors.channels, doors.sources, members=members
        )
        lag = LoopLag()
        async with (
            lag.watching(),
            _listening(door, core, doors, lag),
            doors.hearing(core.inbox, core.outbox_table, core.records.identities.bot_id_of),
            _working(core),
            _ticking(core, clock),
        ):
            await core.records.jobs.hasten(DIRECTORY_JOB, clock.now())
            log.info("started", host=settings.server.host, port=settings.server.port)
            yield core
            log.info("stopping")


@asynccontextmanager
async def _working(core: Core) -> AsyncIterator[None]:
    """Ends before the doors close: what is being sent gets through, and what is said meanwhile is still stored."""
    await core.start()
    try:
        yield
    finally:
        await core.stop()


@asynccontextmanager
async def _doors(
    settings: Settings, session: aiohttp.ClientSession, clock: Clock, members: Members | None
) -> AsyncIterator[Doors]:
    by_connection = settings.wecom.bot is not None and settings.wecom.bot.secret is not None
    lease = members.lease(CONNECTION) if members and by_connection else SOLE
    doors = Doors(settings, session, clock, FileTable(), lease)
    try:
        yield doors
    finally:
        await doors.close()


@asynccontextmanager
async def _telling_time(settings: Settings, session: aiohttp.ClientSession) -> AsyncIterator[Clock]:
    if settings.clock == "system":
        yield SystemClock(settings.zone)
        return
    clock = SandboxClock(settings.zone, session, settings.wecom.api_base)
    following = asyncio.create_task(clock.follow())
    try:
        await clock.known(within=SANDBOX_WITHIN)
        yield clock
    finally:
        await _cancelled(following)


@asynccontextmanager
async def _ticking(core: Core, clock: Clock) -> AsyncIterator[None]:
    """APScheduler wakes the ticker every second, and knows nothing else."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(core.tick, "interval", seconds=1, coalesce=True, misfire_grace_time=None, max_instances=1)
    scheduler.start()
    if isinstance(clock, SandboxClock):
        clock.settle = core.settle
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


@asynccontextmanager
async def _listening(door: socket.socket, core: Core, doors: Doors, lag: LoopLag) -> AsyncIterator[None]:
    vitals = Vitals(core.meters, DepthTable(core.database), lag, connection=doors.connection, refusals=doors.refusals)
    application = web.Application(client_max_size=BODY_LIMIT)
    application.add_routes([*doors.routes(), *routes(_checks(core, doors), vitals.page, doors.connection)])
    # WeCom compresses nothing, and what a stranger compresses is not unpacked: 60 KB may hold 60 MB.
    runner = web.AppRunner(application, access_log=None, auto_decompress=False, shutdown_timeout=LAST_REQUESTS_WITHIN)
    await runner.setup()
    try:
        await web.SockSite(runner, door).start()
        yield
    finally:
        await runner.cleanup()


def _checks(core: Core, doors: Doors) -> Mapping[str, Check]:
    async def database() -> bool:
        return bool(await core.database.fetch("SELECT 1 AS one"))

    async def wecom() -> bool:
        return doors.open()

    return {"database": database, "wecom": wecom}


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
