"""The pipeline wired as `bot.core.build_core` does it, from parts that a test may exchange for worse ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.core import SENDERS, WORKERS, Core
from bot.delivery.post import Post
from bot.intake.dispatcher import Dispatcher
from bot.intake.inbox import Inbox
from bot.intake.router import Router
from bot.queueing.pump import Pump
from bot.queueing.rush import Rush
from bot.services.serving import capabilities
from bot.services.upkeep.system import System
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.ports import Channel, Clock, Sources
from bot.storage.engine.database import Database
from bot.storage.engine.depths import DepthTable
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.queues.parked import ParkedTable
from bot.storage.queues.pauses import ShutWays
from scheduler.ticker import Ticker
from tests.crash.flows import commands, compose, short_jobs


@dataclass(frozen=True, slots=True)
class Parts:
    inbox: type[Inbox] = Inbox
    inbox_table: type[InboxTable] = InboxTable
    outbox_table: type[OutboxTable] = OutboxTable
    dispatcher: type[Dispatcher] = Dispatcher
    post: type[Post] = Post
    pump: type[Pump] = Pump
    ticker: type[Ticker] = Ticker
    jobs: Callable[[], Sequence[Job]] = short_jobs

    def compose(self, database: Database, clock: Clock, channels: dict[Via, Channel], sources: Sources) -> Core:
        """What is no part of the pipeline is as it is in the real one."""
        real = compose(database, clock, channels, sources)
        records, company, rush = real.records, real.book.company, Rush()
        inbox_table, outbox_table = self.inbox_table(database), self.outbox_table(database)
        post = self.post(outbox_table, channels, clock, company, records.peers.heard)
        outgoing = self.pump("delivery", post.work, workers=SENDERS, give_way=rush.over)
        services, pressed = capabilities(System(ParkedTable(database), DepthTable(database), ShutWays(database)))
        router = Router(
            commands(), records, clock, company, database.attempt, services, pressed, reaches=lambda user: True
        )
        route, transact, announce = router.route, real.book.following(database.transact), outgoing.add
        dispatcher = self.dispatcher(inbox_table, outbox_table, transact, route, announce, retry_after=(0.2, 2.0))
        incoming = self.pump("intake", dispatcher.work, workers=WORKERS, give_way=rush.over)
        return replace(
            real,
            inbox=self.inbox(inbox_table, incoming.add, rush),
            incoming=incoming,
            outgoing=outgoing,
            post=post,
            ticker=self.ticker(
                self.jobs(),
                records.jobs,
                records,
                outbox_table,
                transact,
                announce,
                clock,
                company,
                sources,
                refresh=real.book.refresh,
            ),
            inbox_table=inbox_table,
            outbox_table=outbox_table,
        )
