"""The pipeline between the doors and the database: what tests drive and production serves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.delivery.alarm import Alarm
from bot.delivery.limits import Limiter
from bot.delivery.post import Post
from bot.discovery import find_commands, find_jobs
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.errors import Defect
from bot.identifiers import UserId
from bot.intake.dispatcher import RETRY_AFTER, Dispatcher
from bot.intake.inbox import Inbox
from bot.intake.recognise import Recogniser
from bot.intake.router import Pressed, Router, Taker
from bot.meters.catalogue import Meters
from bot.queueing.lookout import Lookout
from bot.queueing.news import News
from bot.queueing.pump import Pump
from bot.queueing.rush import Rush
from bot.services import documents
from bot.services.approvals import delegating
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.delegating import TOPIC as DELEGATION
from bot.services.approvals.pressing import Pressing
from bot.services.approvals.telling import TOPIC as APPROVAL
from bot.services.calendar.calendar_book import CalendarBook
from bot.services.company_book import CompanyBook, Part
from bot.services.groups.errands import by_hand
from bot.services.groups.errands.by_hand import TOPIC as ERRAND
from bot.services.groups.requests import guest_stays
from bot.services.groups.requests.guest_stays import TOPIC as GUEST_STAY
from bot.services.groups.reviews import pressing as reviewing
from bot.services.groups.reviews.asking import TOPIC as REVIEW
from bot.services.groups.rules import pressing as rules_pressing
from bot.services.groups.rules.asking import TOPIC as RULES
from bot.services.groups.rules.versions import JOB as RULES_JOB
from bot.services.leave.facts import facts_import
from bot.services.leave.facts.facts_book import FactsBook
from bot.services.leave.facts.facts_import import TOPIC as LEAVE_FACTS
from bot.services.leave.ledgers import carrying, forfeits
from bot.services.leave.private import proof_office, proofs
from bot.services.leave.working_time import duties_import
from bot.services.leave.working_time.duties_book import DutiesBook
from bot.services.leave.working_time.duties_import import TOPIC as DUTIES
from bot.services.notices import confirming as notice_confirming
from bot.services.notices import plan_card
from bot.services.notices.editorial import pushes
from bot.services.notices.posting import TOPIC as NOTICE
from bot.services.notices.pressing import Deciding
from bot.services.notices.showing import TOPIC as ANNOUNCEMENT
from bot.services.requestable import approvals
from bot.services.safety.accidents.doors import PRESSES as ACCIDENT_CASES
from bot.services.safety.calendar import asking, confirming
from bot.services.safety.drills import judging as drill_judging
from bot.services.safety.drills.planning import TOPIC as DRILL
from bot.services.safety.hazards import looking_back, photos, stopping
from bot.services.safety.hazards import pressing as hazard_pressing
from bot.services.safety.hazards.telling import TOPIC as HAZARD
from bot.services.safety.inspections import photos as inspection_photos
from bot.services.safety.inspections import pressing as inspection_pressing
from bot.services.safety.inspections.rounds import TOPIC as INSPECTION
from bot.services.safety.learning import PRESSES as LEARNING
from bot.services.safety.learning import TAKERS as LEARNERS
from bot.services.safety.library import answering, keeping
from bot.shapes.act import Act
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.lease import SOLE
from bot.shapes.ports import Channel, Clock, Sources
from bot.shapes.queue import Quota, Waiting
from bot.storage.database import Database
from bot.storage.inbox import InboxTable
from bot.storage.members import Members
from bot.storage.outbox import OutboxTable
from bot.storage.parked import ParkedTable
from bot.storage.sealing import Seal
from bot.storage.shared_inbox import SharedInboxTable
from bot.storage.shared_outbox import SharedOutboxTable
from bot.storage.store import Records
from scheduler.ticker import Ticker

STOP_WITHIN = 7.0  # seconds, of the ten that a service manager usually gives
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
    declared: tuple[Group, ...] = ()
    sharing: Sharing | None = None

    async def start(self) -> None:
        """Take over what the configuration declares, read what is kept, resolve what was interrupted, take up work."""
        if self.sharing:
            await self.sharing.members.start()
        await self._declare()
        await self.records.peers.load()
        await self.records.identities.refresh()
        await self.book.refresh()
        await self.post.recover()
        await self.ticker.plan()
        await self.records.jobs.hasten(RULES_JOB, self.clock.now())  # the configuration may have new texts
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
        if self.sharing:
            await self.sharing.members.stop()

    async def look(self) -> None:
        """Take up what other processes stored or left behind, where there are others."""
        if self.sharing:
            await self.records.peers.load()
            await self.post.recover()
            self.incoming.add(await self.sharing.messages.read())
            self.outgoing.add(await self.sharing.parcels.read())

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


class Announcer:
    """Tells of new rows: the pump, which is made after what announces to it, and other processes."""

    def __init__(self, members: Members | None) -> None:
        self._members = members
        self.pump: Pump | None = None

    def __call__(self, rows: Iterable[Waiting]) -> None:
        if self.pump is None:
            raise Defect("rows were announced before anything could work on them")
        self.pump.add(rows)
        if self._members:
            self._members.ring()


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every part of the pipeline stands on."""

    database: Database
    clock: Clock
    book: CompanyBook
    records: Records
    inbox_table: InboxTable
    outbox_table: OutboxTable
    limiter: Limiter
    meters: Meters
    members: Members | None
    channels: Mapping[Via, Channel]
    to_work: Announcer
    to_send: Announcer

    def reaches(self, user: UserId) -> bool:
        """Whether somebody can be told something in private: by the app, or by the bot if he has written to it."""
        if Via.APP in self.channels:
            return True
        return Via.BOT in self.channels and self.channels[Via.BOT].pushes and self.records.peers.heard(user)


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
) -> Core:
    """Wire the pipeline; nothing runs yet. Tests hand in their own channels and clock, and nothing else differs.

    `members`: who this process is among those that share a PostgreSQL, where others must know it too. `seal`: of what
    is private; without one, nobody reads it after this process.
    """
    ground = _ground(configured, database, clock, members or members_of(database), channels, seal)
    rush = Rush()
    post = _post(ground)
    ground.to_send.pump = Pump("delivery", post.work, workers=SENDERS, spare=SPARE, give_way=rush.over)
    recogniser = Recogniser(ground.records.identities, sources.user_ids, database.transact, clock, ground.book.company)
    dispatcher = _dispatcher(ground, recogniser, commands or find_commands(), retry_after)
    identified = recogniser.before(dispatcher.work)
    ground.to_work.pump = Pump("intake", identified, workers=WORKERS, spare=SPARE, give_way=rush.over)
    return Core(
        database,
        clock,
        ground.book,
        ground.records,
        Inbox(ground.inbox_table, ground.to_work, rush, ground.meters),
        ground.to_work.pump,
        ground.to_send.pump,
        post,
        _ticker(ground, sources, jobs if jobs is not None else find_jobs()),
        ground.inbox_table,
        ground.outbox_table,
        ParkedTable(database),
        ground.meters,
        configured.groups,
        _sharing(ground),
    )


def members_of(database: Database) -> Members | None:
    """None on SQLite: there is one process to a file."""
    return Members(database) if database.postgres else None


def _ground(
    configured: Company,
    database: Database,
    clock: Clock,
    members: Members | None,
    channels: Mapping[Via, Channel],
    seal: Seal | None,
) -> _Ground:
    records, limiter = Records.sealed(seal) if seal else Records(), Limiter()
    inbox_table, outbox_table = _queues(database, members, limiter)
    return _Ground(
        database,
        clock,
        CompanyBook(records.directory, records.groups, configured, parts=_parts(records, configured, clock)),
        records,
        inbox_table,
        outbox_table,
        limiter,
        Meters(),
        members,
        channels,
        to_work=Announcer(members),
        to_send=Announcer(members),
    )


def _parts(records: Records, configured: Company, clock: Clock) -> Sequence[Part]:
    """What the database says of the company beside people and groups."""
    return (
        FactsBook(records.leave_facts),
        DutiesBook(records.duties, clock.now),
        CalendarBook(records.calendar, configured.pace.calendar),
    )


def _sharing(ground: _Ground) -> Sharing | None:
    if ground.members is None:
        return None
    lookout = Lookout(ground.members.rung)
    return Sharing(ground.members, lookout, News(ground.inbox_table), News(ground.outbox_table))


def _queues(database: Database, members: Members | None, quota: Quota) -> tuple[InboxTable, OutboxTable]:
    if members is None:
        return InboxTable(database), OutboxTable(database)
    return SharedInboxTable(database), SharedOutboxTable(database, lambda: members.number, quota)


def _post(ground: _Ground) -> Post:
    company = ground.book.company
    transact = ground.database.transact
    alarm = Alarm(ground.outbox_table, ground.records.jobs, transact, ground.to_send, ground.clock, company)
    return Post(
        ground.outbox_table,
        ground.channels,
        ground.clock,
        company,
        ground.records.peers.heard,
        limiter=ground.limiter,
        alarm=alarm.raised,
        announce=ground.to_send,
        meters=ground.meters,
    )


def capabilities() -> tuple[Mapping[type, Any], Mapping[str, Pressed]]:
    """What commands may name in their signatures, and who serves the buttons of which cards."""
    requests = approvals()
    deciding = Deciding(requests)
    return {Approvals: requests, Deciding: deciding}, {
        APPROVAL: Pressing(requests).pressed,
        ERRAND: by_hand.pressed,
        REVIEW: reviewing.pressed,
        DELEGATION: delegating.pressed,
        carrying.TOPIC: carrying.pressed,
        forfeits.TOPIC: forfeits.pressed,
        RULES: rules_pressing.pressed,
        GUEST_STAY: guest_stays.pressed,
        LEAVE_FACTS: facts_import.pressed,
        DUTIES: duties_import.pressed,
        **ACCIDENT_CASES,
        proofs.TOPIC: proofs.pressed,
        proof_office.TOPIC: proof_office.pressed,
        NOTICE: notice_confirming.pressed,
        ANNOUNCEMENT: deciding.pressed,
        plan_card.TOPIC: plan_card.pressed,
        pushes.TOPIC: pushes.pressed,
        asking.TOPIC: asking.pressed,
        confirming.TOPIC: confirming.pressed,
        answering.TOPIC: keeping.pressed,
        **LEARNING,
        HAZARD: hazard_pressing.pressed,
        INSPECTION: inspection_pressing.pressed,
        DRILL: drill_judging.pressed,
        inspection_photos.TOPIC: inspection_photos.pressed,
        photos.TOPIC: photos.pressed,
        stopping.TOPIC: stopping.pressed,
        looking_back.TOPIC: looking_back.pressed,
    }


def takers() -> tuple[Taker, ...]:
    """Who may want a picture or a document that somebody sends."""
    reported = (inspection_photos.of_round, photos.of_report)
    return *reported, proofs.take, photos.of_work, *LEARNERS, documents.taken_up, photos.ask_what


def _dispatcher(
    ground: _Ground, recogniser: Recogniser, commands: CommandBook, retry_after: Sequence[float]
) -> Dispatcher:
    database = ground.database
    services, presses = capabilities()
    router = Router(
        commands,
        ground.records,
        ground.clock,
        ground.book.company,
        database.attempt,
        services,
        presses,
        takers=takers(),
        reaches=ground.reaches,
    )
    return Dispatcher(
        ground.inbox_table,
        ground.outbox_table,
        ground.book.following(database.transact),
        recogniser.routing(router.route),
        ground.to_send,
        retry_after=retry_after,
        meters=ground.meters,
    )


def _ticker(ground: _Ground, sources: Sources, jobs: Sequence[Job]) -> Ticker:
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
