"""The pipeline between the doors and the database: what tests drive and production serves."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.delivery.alarm import Alarm
from bot.delivery.post import Post
from bot.discovery import find_commands, find_jobs
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.ground import Ground, lay_ground, members_of
from bot.intake.dispatcher import RETRY_AFTER, Dispatcher
from bot.intake.inbox import Inbox
from bot.intake.recognise import Recogniser
from bot.intake.router import Router
from bot.intake.spooler import PATIENCE, Spooler
from bot.meters.catalogue import Meters
from bot.queueing.lookout import Lookout
from bot.queueing.news import News
from bot.queueing.patience import Patience
from bot.queueing.pump import Ask, GiveWay, Pump, Work
from bot.queueing.rush import Rush
from bot.services.company_book import CompanyBook
from bot.services.groups.rules.versions import JOB as RULES_JOB
from bot.services.moderation.content.looking import have_words_ready, look_for_new_words
from bot.services.serving import capabilities, takers
from bot.services.upkeep.system import System
from bot.shapes.act import Act
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.lease import SOLE
from bot.shapes.pauses import Pauses
from bot.shapes.ports import Channel, Clock, Sources
from bot.shapes.queue import Spool
from bot.storage.audit.head_file import HeadFile
from bot.storage.audit.scribe import Scribe
from bot.storage.engine import codec
from bot.storage.engine.database import Database
from bot.storage.engine.depths import DepthTable
from bot.storage.engine.members import Members
from bot.storage.engine.trouble import is_away, is_refused
from bot.storage.privacy.sealing import Seal
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.parked import ParkedTable
from bot.storage.queues.pauses import PauseTable, ShutWays
from bot.storage.queues.shared_inbox import still_waiting
from bot.storage.store import Records
from scheduler.ticker import Ticker

STOP_WITHIN = 7.0  # seconds, of the ten that a service manager usually gives
LINK_WITHIN = 2.0  # seconds; what isn't in the chain then, the next start puts there
JOBS = "jobs"  # a lease: one process at a time runs what is due
WORKERS = 8
SENDERS = 16
SPARE = 4  # workers and senders more for what is urgent: they are idle until somebody cries for help


@dataclass(frozen=True, slots=True)
class Sharing:
    """Of the database with other processes, on PostgreSQL."""

    members: Members
    lookout: Lookout
    messages: News
    parcels: News
    still_waiting: Ask  # of messages


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
    scribe: Scribe
    rush: Rush
    declared: tuple[Group, ...] = ()
    sharing: Sharing | None = None
    spooler: Spooler | None = None

    async def start(self) -> None:
        """Take over what the configuration declares, read what is kept, take up work, what was interrupted too."""
        if self.sharing:
            await self.sharing.members.start()
        await self._declare()
        await self.records.peers.load()
        await self.records.identities.refresh()
        await self.book.refresh()
        self.outgoing.add(await self.post.recover())
        await self.ticker.plan()
        await self.records.jobs.hasten(RULES_JOB, self.clock.now())  # the configuration may have new texts
        have_words_ready()
        if self.spooler:
            await self.spooler.start()
        self.incoming.add(await self.inbox_table.waiting())
        self.outgoing.add(await self.outbox_table.waiting())
        self.incoming.start()
        self.outgoing.start()
        if self.sharing:
            self.sharing.lookout.start(self.look)

    async def _declare(self) -> None:
        now = self.clock.now()
        by = Act("configuration", "start", "配置", f"start:{now.isoformat()}", now)
        await self.database.transact(lambda: self.records.groups.declare(self.declared, by=by))

    async def stop(self) -> None:
        if self.sharing:
            await self.sharing.lookout.stop()
        await self.incoming.stop(within=STOP_WITHIN / 2)
        await self.outgoing.stop(within=STOP_WITHIN / 2)
        if not self.away:
            await self._link_at_last()
        if self.spooler:
            await self.spooler.stop()
        if self.sharing:
            await self.sharing.members.stop()

    async def _link_at_last(self) -> None:
        linking = asyncio.create_task(self.link(), name="link")
        done, _ = await asyncio.wait([linking], timeout=LINK_WITHIN)
        for each in done:
            each.result()

    @property
    def away(self) -> bool:
        """The database is, as far as anybody knows."""
        return self.sharing is not None and not self.sharing.members.reachable.is_set()

    async def look(self) -> None:
        """Take up what other processes stored or left behind, where there are others."""
        if self.sharing and not self.away:
            await self.records.peers.load()
            self.outgoing.add(await self.post.recover())
            self.incoming.add(await self.sharing.messages.read())
            await self.incoming.leave_out(self.sharing.still_waiting)
            self.outgoing.add(await self.sharing.parcels.read())

    async def tick(self) -> None:
        """Run what is due; take up what another process changed."""
        await self.ticker.tick()
        await self.book.refresh()
        await self.records.identities.refresh()
        look_for_new_words(self.book.company())
        messages, parcels = await self.parked.take_back()
        self.incoming.add(messages)
        self.outgoing.add(parcels)

    async def link(self) -> None:
        """Take what was committed into the chain over the trail."""
        await self.scribe.write(self.clock.now())

    async def settle(self) -> datetime | None:
        """The clock was moved: do all that is due now. When the next thing falls due."""
        self.outgoing.hurry()
        await self.tick()
        await self.settled()
        await self.link()
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
    seal: Seal | None = None,
    heads: HeadFile | None = None,
    spool: Spool | None = None,
    patience: float = PATIENCE,
    pauses: Pauses | None = None,
) -> Core:
    """Wire the pipeline; nothing runs yet. Tests hand in their own channels and clock, and nothing else differs.

    `members`: who this process is among those that share a PostgreSQL, where others must know it too. `seal`: of what
    is private; without one, nobody reads it after this process. `heads`: where the trail's head is written each day.
    `spool`: where messages are kept that the database does not take within `patience` seconds. `pauses`: what else asks
    WeCom minds them too.
    """
    ground = lay_ground(configured, database, clock, members or members_of(database), channels, seal)
    rush = Rush()
    pauses = pauses or PauseTable(database, ground.members.ring if ground.members else lambda: None)
    post = _post(ground, pauses)
    ground.to_send.pump = _pump("delivery", post.work, SENDERS, rush.over, ground.members)
    recogniser = Recogniser(ground.records.identities, sources.user_ids, database.transact, clock, ground.book.company)
    dispatcher = _dispatcher(ground, recogniser, commands or find_commands(), retry_after, spool)
    identified = recogniser.before(dispatcher.work)
    ground.to_work.pump = _pump("intake", identified, WORKERS, rush.over, ground.members)
    spooler = _spooler(ground, spool, patience) if spool else None
    return Core(
        database,
        clock,
        ground.book,
        ground.records,
        Inbox(spooler or ground.inbox_table, ground.to_work, rush, ground.meters),
        ground.to_work.pump,
        ground.to_send.pump,
        post,
        _ticker(ground, sources, jobs if jobs is not None else find_jobs()),
        ground.inbox_table,
        ground.outbox_table,
        ParkedTable(database),
        ground.meters,
        Scribe(ground.database, heads),
        rush,
        configured.groups,
        _sharing(ground),
        spooler,
    )


def _pump(name: str, work: Work, workers: int, give_way: GiveWay, members: Members | None) -> Pump:
    if members:
        patient = Patience(members.reachable, is_away).of(work)
        return Pump(name, patient, workers=workers, spare=SPARE, give_way=give_way, gate=members.reachable)
    return Pump(name, work, workers=workers, spare=SPARE, give_way=give_way)


def _spooler(ground: Ground, spool: Spool, patience: float) -> Spooler:
    return Spooler(
        ground.inbox_table,
        spool,
        ground.to_work,
        refused=is_refused,
        away=is_away,
        read=codec.load,
        patience=patience,
        meters=ground.meters,
    )


def _sharing(ground: Ground) -> Sharing | None:
    if ground.members is None:
        return None
    members, lookout = ground.members, Lookout(ground.members.rung)
    messages, parcels = (
        News(rows, number=lambda: members.number) for rows in (ground.inbox_table, ground.outbox_table)
    )
    return Sharing(members, lookout, messages, parcels, partial(still_waiting, ground.database))


def _post(ground: Ground, pauses: Pauses) -> Post:
    company = ground.book.company
    transact = ground.database.transact
    alarm = Alarm(
        ground.outbox_table,
        ground.records.jobs,
        transact,
        ground.to_send,
        ground.clock,
        company,
        by_bot=ground.hears_the_bot,
    )
    return Post(
        ground.outbox_table,
        ground.channels,
        ground.clock,
        company,
        ground.records.peers.heard,
        limiter=ground.limiter,
        alarm=alarm.raised,
        shut=alarm.shut,
        pauses=pauses,
        announce=ground.to_send,
        meters=ground.meters,
    )


def _dispatcher(
    ground: Ground,
    recogniser: Recogniser,
    commands: CommandBook,
    retry_after: Sequence[float],
    spool: Spool | None,
) -> Dispatcher:
    database = ground.database
    services, presses = capabilities(System(ParkedTable(database), DepthTable(database, spool), ShutWays(database)))
    router = Router(
        commands,
        ground.records,
        ground.clock,
        ground.book.company,
        database.attempt,
        {**services, Meters: ground.meters},
        presses,
        takers=takers(),
        reaches=ground.reaches,
    )
    return Dispatcher(
        ground.inbox_table,
        ground.outbox_table,
        ground.book.following(database.transact_together),
        recogniser.routing(router.route),
        ground.to_send,
        retry_after=retry_after,
        meters=ground.meters,
    )


def _ticker(ground: Ground, sources: Sources, jobs: Sequence[Job]) -> Ticker:
    return Ticker(
        jobs,
        ground.records.jobs,
        ground.records,
        ground.outbox_table,
        ground.book.following(ground.database.transact),
        ground.to_send,
        ground.clock,
        ground.book.company,
        sources,
        lease=ground.members.lease(JOBS) if ground.members else SOLE,
        refresh=ground.book.refresh,
        meters=ground.meters,
    )
