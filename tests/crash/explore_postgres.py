"""Lives a flow on PostgreSQL, with a death before or after any statement, and has another process live on."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import asyncpg

from bot.core import Core, build_core
from bot.shapes.incoming import Via
from bot.shapes.ports import Channel, Clock, Sources
from bot.storage.database import Database
from bot.storage.members import Members, Timing
from tests.crash import books
from tests.crash.explore import closest, live_until_quiet
from tests.crash.flows import COMPANY, Compose, Flow, commands, short_jobs
from tests.crash.loop import HURRY, HurriedLoop
from tests.crash.mortal_postgres import dying
from tests.crash.outside import Mode, Outside

ENGINE = "tests.crash.mortal_postgres"
NEVER = 100_000
# Seconds of the hurried loop within which a database on a busy machine connects and answers.
PATIENCE = f"&timeout={60 * HURRY}&command_timeout={30 * HURRY}"
# Nobody beats and nobody is buried: who is dead is said by hand, so that each life has about as many steps.
UNATTENDED = Timing(beat=1e6, lease=1e6, trust=1e6, ring=0.0)
SOON = (0.01, 0.02)  # seconds of the wall's clock between two attempts of a handler
_NUMBER = re.compile(r"^([a-z_]+:)?\d+$")
# Of some eighty tables a life writes to a dozen, and each one that is emptied costs a file.
_WIPE = """
DO $$ DECLARE each text; written text[] := '{}'; has_rows boolean;
BEGIN
    FOR each IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || each || ')' INTO has_rows;
        IF has_rows THEN written := written || each; END IF;
    END LOOP;
    IF cardinality(written) > 0 THEN
        EXECUTE 'TRUNCATE ' || array_to_string(written, ', ') || ' RESTART IDENTITY';
    END IF;
END $$
"""


@dataclass(slots=True)
class _Clock:
    """The company's time passes while everything is quiet: how long a database takes must not matter."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def quiet(self) -> None:
        self.at += timedelta(seconds=1)


def compose(database: Database, clock: Clock, channels: dict[Via, Channel], sources: Sources) -> Core:
    """The bot as it is, one of several processes."""
    members = Members(database, timing=UNATTENDED)
    return build_core(
        COMPANY,
        database,
        clock,
        channels,
        sources,
        commands=commands(),
        jobs=short_jobs(),
        retry_after=SOON,
        members=members,
    )


@dataclass(slots=True)
class Explorer:
    """`url` is of a database that has the tables; everything in it is wiped for each life."""

    url: str
    flow: Flow
    modes: Sequence[Mode] = ()
    room_modes: Sequence[Mode] = ()
    composed: Compose = compose

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
        await _wipe(self.url)
        clock = _Clock(self.flow.begins)
        with dying(dies_at) as fate:
            before = asyncio.all_tasks()
            database = await Database.open(self.url + PATIENCE, engine=ENGINE)
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
        await database.execute("DELETE FROM process")
        await self._live(outside, database, clock)
        found = {sql: [tuple(row.values()) for row in await database.fetch(sql)] for sql in books.QUERIES}
        await database.close()
        for sql in (books.TRAIL, *books.RECORDS):
            found[sql] = [tuple(map(_unnumbered, row)) for row in found[sql]]
        return books.of(found, outside)

    async def _live(self, outside: Outside, database: Database, clock: _Clock) -> None:
        await live_until_quiet(self.flow, outside, database, clock, self.composed)


def _unnumbered(value: object) -> object:
    """`dialogue:?` for `dialogue:2`: PostgreSQL gives no number out twice, even if nothing came of it."""
    return _NUMBER.sub(r"\1?", value) if isinstance(value, str) else value


async def _wipe(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_WIPE)
    finally:
        await connection.close()


def spread(number: int) -> Callable[[int], range]:
    """About so many of all steps; an odd stride, so that it dies before some statements and after others."""
    return lambda count: range(1, count + 1, max(1, count // number) | 1)
