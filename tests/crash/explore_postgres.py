"""Lives a flow on PostgreSQL, with a death before or after any statement, and has another process live on."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core import Core, build_core
from bot.domain.company import Company
from bot.shapes.incoming import Via
from bot.shapes.ports import Channel, Clock, Sources
from bot.storage.engine.database import Database
from bot.storage.engine.members import Members, Timing
from tests.crash import books
from tests.crash.explore import all_chained, closest, live_until_quiet
from tests.crash.flows import SEAL, Compose, Flow, Jobs, commands
from tests.crash.loop import HURRY, HurriedLoop
from tests.crash.mortal_postgres import dying
from tests.crash.outside import Mode, Outside
from tests.postgres import wipe

ENGINE = "tests.crash.mortal_postgres"
NEVER = 100_000
# Seconds of the hurried loop within which a database on a busy machine connects and answers.
PATIENCE = f"&timeout={60 * HURRY}&command_timeout={30 * HURRY}"
# Nobody beats and nobody is buried: who is dead is said by hand, so that each life has about as many steps.
UNATTENDED = Timing(beat=1e6, lease=1e6, trust=1e6, ring=0.0)
SOON = (0.01, 0.02)  # seconds of the wall's clock between two attempts of a handler
_NUMBER = re.compile(r"^([a-z_]+:)?\d+$")


@dataclass(slots=True)
class _Clock:
    """The company's time passes while everything is quiet: how long a database takes must not matter."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    async def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def composing(jobs: Jobs, company: Company) -> Compose:
    """The bot as it is, one of several processes."""

    def compose(database: Database, clock: Clock, channels: dict[Via, Channel], sources: Sources) -> Core:
        return build_core(
            company,
            database,
            clock,
            channels,
            sources,
            commands=commands(),
            jobs=jobs(),
            retry_after=SOON,
            members=Members(database, timing=UNATTENDED),
            seal=SEAL,
        )

    return compose


@dataclass(slots=True)
class Explorer:
    """`url` is of a database that has the tables; everything in it is wiped for each life."""

    url: str
    flow: Flow
    modes: Sequence[Mode] = ()
    room_modes: Sequence[Mode] = ()
    composed: Compose | None = None  # None: as the flow wants it

    def undisturbed(self) -> tuple[books.Books, int]:
        """What is written down then, and how many steps it took."""
        return self._run(NEVER, self._world())

    def killed_at(self, step: int) -> books.Books:
        return self._run(step, self._world())[0]

    def _world(self) -> Outside:
        return self.flow.world(self.modes, self.room_modes)

    def wrong(self, steps: Callable[[int], range]) -> Iterator[str]:
        """`steps` says at which of so many to die."""
        ways = [Explorer(self.url, self.flow)._run(NEVER, world) for world in self.flow.worlds()]
        expected, count = [lived for lived, _ in ways], ways[0][1]
        for step in steps(count):
            yield from closest(self.killed_at(step), expected, f"killed at step {step} of {count}")

    def _run(self, dies_at: int, world: Outside) -> tuple[books.Books, int]:
        with asyncio.Runner(loop_factory=HurriedLoop) as runner:
            runner.get_loop().set_exception_handler(
                lambda *_: None
            )  # what raises in one that dies is nobody's business
            return runner.run(self._live_twice(dies_at, world))

    async def _live_twice(self, dies_at: int, outside: Outside) -> tuple[books.Books, int]:
        await wipe(self.url)
        clock = _Clock(self.flow.begins)
        with dying(dies_at) as fate:
            before = asyncio.all_tasks()
            database = await Database.open(self.url + PATIENCE, engine=ENGINE)
            database.stamp_with(self.flow.ring)
            living = asyncio.create_task(self._live(outside, database, clock))
            dead = asyncio.create_task(fate.died.wait())
            await asyncio.wait([living, dead], return_when=asyncio.FIRST_COMPLETED)
            steps = fate.steps
            lived, own = living.done() and not fate.died.is_set(), asyncio.all_tasks() - before
            for task in own:
                task.cancel()
            await asyncio.gather(living, *own, return_exceptions=True)
            fate.end()
            await database.close()
        assert steps < NEVER, "it is never quiet"
        if lived:
            living.result()
        return await self._live_on(outside, clock), steps

    async def _live_on(self, outside: Outside, clock: _Clock) -> books.Books:
        """Another process, when the first one is known to be dead."""
        database = await Database.open(self.url + PATIENCE)
        database.stamp_with(self.flow.ring)
        await database.execute("DELETE FROM process")
        await self._live(outside, database, clock)
        if self.flow.ring:
            await all_chained(database, self.flow.ring)
        found = {sql: [tuple(row.values()) for row in await database.fetch(sql)] for sql in books.QUERIES}
        await database.close()
        for sql in (books.TRAIL, *books.RECORDS):
            found[sql] = [tuple(map(_unnumbered, row)) for row in found[sql]]
        return books.of(found, outside)

    async def _live(self, outside: Outside, database: Database, clock: _Clock) -> None:
        composed = self.composed or composing(self.flow.jobs, self.flow.company)
        await live_until_quiet(self.flow, outside, database, clock, composed)


def _unnumbered(value: object) -> object:
    """`dialogue:?` for `dialogue:2`: PostgreSQL gives no number out twice, even if nothing came of it."""
    return _NUMBER.sub(r"\1?", value) if isinstance(value, str) else value


def spread(number: int) -> Callable[[int], range]:
    """About so many of all steps; an odd stride, so that it dies before some statements and after others."""
    return lambda count: range(1, count + 1, max(1, count // number) | 1)
