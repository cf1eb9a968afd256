"""The one composition root: knows everything, is known by nobody."""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext, suppress
from datetime import UTC, datetime

import aiohttp
import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import SandboxClock, SystemClock
from bot.config.changes import with_changes
from bot.config.fingerprint import fingerprint
from bot.config.settings import Settings
from bot.core import Core, build_core
from bot.discovery import find_commands
from bot.doors import Doors
from bot.feeds import feed_routes
from bot.front_door import front_door
from bot.ground import members_of
from bot.intake.answering import PatientAnswers
from bot.meters.lag import LoopLag
from bot.parting import Parting
from bot.queueing.turns import Turns
from bot.rehearsal import rehearse
from bot.services.leave.seeing.feeds import feed_file
from bot.services.moderation.content.feeding import JOB as ARCHIVE_JOB
from bot.services.people.vanishing import DIRECTORY_JOB
from bot.services.safety.calendar.forecasting import JOB as WEATHER_JOB
from bot.services.safety.calendar.posting import JOB as CALENDAR_JOB
from bot.services.upkeep.setup.offering import JOB as SETUP_JOB
from bot.shapes.lease import CONNECTION, SOLE
from bot.shapes.pauses import Pauses
from bot.shapes.ports import Answers, Clock
from bot.shapes.token_shelf import TokenShelf
from bot.storage.audit.head_file import HeadFile
from bot.storage.backups.keeper import BACKUPS, Keeper, Places
from bot.storage.backups.table import BackupTable
from bot.storage.engine.database import Database
from bot.storage.engine.depths import DepthTable
from bot.storage.engine.members import Members
from bot.storage.engine.opening import opened
from bot.storage.engine.trouble import is_away
from bot.storage.privacy.key_file import seal_for
from bot.storage.privacy.sealing import Seal
from bot.storage.privacy.shared_key import shared_seal
from bot.storage.privacy.token_shelf import SharedTokens
from bot.storage.queues.jobs import JobTable
from bot.storage.queues.pauses import PauseTable, ShutWays
from bot.storage.queues.spool import SpoolFile
from bot.storage.talking.files import FileTable
from bot.vitals import Vitals
from bot.web import Check, routes
from bot.wecom.body import BODY_LIMIT
from bot.wecom.session import open_session

log = structlog.get_logger()

AT_THE_START = (DIRECTORY_JOB, WEATHER_JOB, CALENDAR_JOB, ARCHIVE_JOB, SETUP_JOB)
HASTEN_AGAIN_AFTER = 1.0  # seconds
LAST_REQUESTS_WITHIN = 1.0  # seconds more for requests that are being answered
LAST_TURNS_WITHIN = 1.0  # seconds more for what the clock has woken
SANDBOX_WITHIN = 10.0  # seconds until the sandbox must have told the time


@asynccontextmanager
async def serving(settings: Settings, door: socket.socket | None = None) -> AsyncIterator[Core]:
    """The whole program, as `qunwu run` serves it; stopped gracefully within ten seconds on the way out.

    `door` where the listening socket was opened before this program was loaded.
    """
    door = door or front_door(settings.server.host, settings.server.port)
    async with (
        opened(settings.database.url, settings.audit.keys) as database,
        nullcontext(await with_changes(settings)) as configured,
        nullcontext(configured.settings) as holding,
        nullcontext(await _seal(settings, database)) as seal,
        open_session() as session,
        _telling_time(settings, session) as clock,
        nullcontext(members_of(database)) as members,
        _spool(settings, database) as spool,
        nullcontext(PauseTable(database, members.ring if members else lambda: None)) as pauses,
        nullcontext(SharedTokens(database, seal) if members else None) as shelf,
        _doors(holding, session, clock, members, seal, pauses, shelf) as doors,
    ):
        core = build_core(
            configured.company(),
            database,
            clock,
            doors.channels,
            doors.sources,
            members=members,
            seal=seal,
            heads=_heads(settings),
            spool=spool,
            patience=settings.spool.patience,
            pauses=pauses,
        )
        lag, parting = LoopLag(), Parting()
        async with (
            lag.watching(),
            _listening(door, core, doors, lag, fingerprint(settings), _feeds(settings, core, clock), spool, parting),
            doors.hearing(core.inbox, _answers(core, spool), core.records.identities.bot_id_of, core.book.company),
            _working(core),
            _ticking(core, clock, _keeper(holding, database, members)),
            _hastening(core.records.jobs, clock),
        ):
            await rehearse(core.book.company(), find_commands(), clock.now(), core.rush.over)
            log.info("started", host=settings.server.host, port=settings.server.port)
            try:
                yield core
            finally:
                parting.begin()
                log.info("stopping")


async def _seal(settings: Settings, database: Database) -> Seal:
    keys = settings.privacy.keys
    return await shared_seal(database, keys) if database.postgres else seal_for(settings.database.url, keys)


@asynccontextmanager
async def _spool(settings: Settings, database: Database) -> AsyncIterator[SpoolFile | None]:
    """Beside PostgreSQL only: what SQLite can't take, another file on the same disk can't either."""
    if settings.spool.file is None or not database.postgres:
        yield None
        return
    spool = SpoolFile(settings.spool.file, bot=settings.wecom.name, megabytes=settings.spool.megabytes)
    if not await spool.made():
        log.warning("spool.not_possible")
    try:
        yield spool
    finally:
        spool.close()


def _keeper(settings: Settings, database: Database, members: Members | None) -> Keeper:
    backup = settings.backup
    places = Places(settings.database.url, backup.keys, backup.folder, backup.copy_to)
    return Keeper(database, places, backup.rules(), lease=members.lease(BACKUPS) if members else SOLE)


def _heads(settings: Settings) -> HeadFile | None:
    path = settings.audit.head_file
    return HeadFile(path, settings.audit.post_at) if path else None


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
    settings: Settings,
    session: aiohttp.ClientSession,
    clock: Clock,
    members: Members | None,
    seal: Seal,
    pauses: Pauses,
    shelf: TokenShelf | None,
) -> AsyncIterator[Doors]:
    by_connection = settings.wecom.bot is not None and settings.wecom.bot.secret is not None
    lease = members.lease(CONNECTION) if members and by_connection else SOLE
    doors = Doors(settings, session, clock, FileTable(seal), lease, pauses=pauses, shelf=shelf)
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
async def _ticking(core: Core, clock: Clock, keeper: Keeper) -> AsyncIterator[None]:
    """APScheduler wakes the ticker, the scribe and whoever keeps backups, and knows nothing else."""

    async def keep() -> None:
        await keeper.work(clock.now())

    scheduler, turns = AsyncIOScheduler(timezone=UTC), Turns(lambda: core.away)
    for wake in (core.tick, core.link, keep):
        scheduler.add_job(
            turns.of(wake), "interval", seconds=1, coalesce=True, misfire_grace_time=None, max_instances=1
        )
    scheduler.start()
    if isinstance(clock, SandboxClock):
        clock.settle = core.settle
    try:
        yield
    finally:
        scheduler.pause()
        await turns.ended(LAST_TURNS_WITHIN)  # cut off, they would be logged as failures
        scheduler.shutdown(wait=False)


@asynccontextmanager
async def _hastening(jobs: JobTable, clock: Clock, *, again_after: float = HASTEN_AGAIN_AFTER) -> AsyncIterator[None]:
    """The database may go in the midst of a start: who hears callbacks by then doesn't die of it."""

    async def hasten() -> None:
        for job in AT_THE_START:
            await jobs.hasten(job, clock.now())

    async def until_done() -> None:
        while True:
            await asyncio.sleep(again_after)
            with suppress(Exception):
                return await hasten()

    later: asyncio.Task[None] | None = None
    try:
        await hasten()
    except Exception as error:
        if not is_away(error):
            raise
        later = asyncio.create_task(until_done(), name="hasten")
    try:
        yield
    finally:
        if later:
            await _cancelled(later)


@asynccontextmanager
async def _listening(
    door: socket.socket,
    core: Core,
    doors: Doors,
    lag: LoopLag,
    configuration: str,
    feeds: Sequence[web.RouteDef],
    spool: SpoolFile | None,
    parting: Parting,
) -> AsyncIterator[None]:
    vitals = Vitals(
        core.meters,
        DepthTable(core.database, spool),
        lag,
        ShutWays(core.database),
        connection=doors.connection,
        refusals=doors.refusals,
        limits=core.post.limits_used,
        configuration=configuration,
        backups=lambda: _backed_up(core),
    )
    application = web.Application(client_max_size=BODY_LIMIT)
    own = routes(_checks(core, doors), vitals.page, doors.connection, lambda: spool is not None and spool.possible())
    application.add_routes([*doors.routes(), *feeds, *own])
    application.on_response_prepare.append(parting.say_last)
    # WeCom compresses nothing, and what a stranger compresses is not unpacked: 60 KB may hold 60 MB.
    runner = web.AppRunner(application, access_log=None, auto_decompress=False, shutdown_timeout=LAST_REQUESTS_WITHIN)
    await runner.setup()
    try:
        await web.SockSite(runner, door).start()
        yield
    finally:
        await parting.await_last(runner)
        await runner.cleanup()


async def _backed_up(core: Core) -> datetime | None:
    return await BackupTable().newest() if core.book.company().backup.nightly else None


def _feeds(settings: Settings, core: Core, clock: Clock) -> Sequence[web.RouteDef]:
    async def read(token: str) -> bytes | None:
        async def work() -> bytes | None:
            return await feed_file(core.records, core.book.company(), clock.now(), token)

        return await core.database.transact(work)

    return feed_routes(read) if settings.server.ical else []


def _answers(core: Core, spool: SpoolFile | None) -> Answers:
    return PatientAnswers(core.outbox_table, kept=lambda key: spool is not None and spool.holds(key), away=is_away)


def _checks(core: Core, doors: Doors) -> Mapping[str, Check]:
    async def database() -> bool:
        return bool(await core.database.fetch("SELECT 1 AS one"))

    async def wecom() -> bool:
        return doors.open()

    return {"database": database, "wecom": wecom}


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
