"""What every part of the pipeline stands on: the database, the company, the queues, and who tells of new rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.delivery.limits import Limiter
from bot.domain.company import Company
from bot.errors import Defect
from bot.identifiers import UserId
from bot.meters.catalogue import Meters
from bot.queueing.pump import Pump
from bot.services.calendar.calendar_book import CalendarBook
from bot.services.company_book import CompanyBook, Part
from bot.services.leave.facts.facts_book import FactsBook
from bot.services.leave.working_time.duties_book import DutiesBook
from bot.services.moderation.suspended_book import SuspendedBook
from bot.services.upkeep.settings_book import SettingsBook
from bot.shapes.incoming import Via
from bot.shapes.ports import Channel, Clock
from bot.shapes.queue import Quota, Waiting
from bot.storage.engine.database import Database
from bot.storage.engine.members import Members
from bot.storage.privacy.sealing import Seal
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.shared_inbox import SharedInboxTable
from bot.storage.queues.shared_outbox import SharedOutboxTable
from bot.storage.store import Records


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
class Ground:
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
        return Via.APP in self.channels or self.hears_the_bot(user)

    def hears_the_bot(self, user: UserId) -> bool:
        return Via.BOT in self.channels and self.channels[Via.BOT].pushes and self.records.peers.heard(user)


def members_of(database: Database) -> Members | None:
    """None on SQLite: there is one process to a file."""
    return Members(database) if database.postgres else None


def lay_ground(
    configured: Company,
    database: Database,
    clock: Clock,
    members: Members | None,
    channels: Mapping[Via, Channel],
    seal: Seal | None,
) -> Ground:
    records, limiter = Records.sealed(seal) if seal else Records(), Limiter()
    inbox_table, outbox_table = _queues(database, members, limiter)
    base = SettingsBook(records.settings, configured)
    parts = company_parts(records, lambda: base.company, clock)
    return Ground(
        database,
        clock,
        CompanyBook(records.directory, records.groups, configured, base=base, parts=parts),
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


def company_parts(records: Records, configured: Callable[[], Company], clock: Clock) -> Sequence[Part]:
    """What the database says of the company beside people and groups. `configured`: what the configuration says now."""
    return (
        FactsBook(records.leave_facts),
        DutiesBook(records.duties, clock.now),
        CalendarBook(records.calendar, lambda: configured().pace.calendar),
        SuspendedBook(records.measures),
    )


def _queues(database: Database, members: Members | None, quota: Quota) -> tuple[InboxTable, OutboxTable]:
    if members is None:
        return InboxTable(database), OutboxTable(database)
    return SharedInboxTable(database), SharedOutboxTable(database, lambda: members.number, quota)
