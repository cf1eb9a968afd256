"""Lives a flow, keeps every state that a crash could leave, and lives on from each."""

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from bot.core import Core
from bot.domain.audit.links import Keyring
from bot.shapes.incoming import Via
from bot.shapes.ports import Channel, Clock, Sources
from bot.storage.audit.verifying import verify
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.crash import books
from tests.crash.flows import Compose, Flow, composing
from tests.crash.loop import SteppedLoop
from tests.crash.outside import Mode, Outside, OutsideChannel
from tests.crash.outside_rooms import OutsideRooms

SOON = timedelta(minutes=2)
A_WHILE = 5  # seconds after which nobody does anything before something falls due
NEVER_QUIET = 3600.0  # seconds of the loop's time
ENGINE = "tests.crash.inloop_sqlite"


class QuietClock(Clock, Protocol):
    async def wait(self, seconds: float) -> None:
        """Nobody has anything to do for so long, of which a second of the loop has passed."""
        ...


@dataclass(slots=True)
class LoopClock:
    """The company's time runs with the loop's."""

    begins: datetime

    def now(self) -> datetime:
        return self.begins + timedelta(seconds=asyncio.get_running_loop().time())

    async def wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds - 1)


@dataclass(frozen=True, slots=True)
class State:
    """What a crash leaves: the database's files, the world outside, and what time it is."""

    step: int
    database: bytes
    log: bytes
    outside: Outside
    at: datetime


@dataclass(slots=True)
class Life:
    """One run of the bot, from a state until everything is quiet. `states` are those it passed through."""

    flow: Flow
    folder: Path
    compose: Compose | None = None  # None: as the flow wants it
    states: list[State] = field(default_factory=list)
    steps: int = 0

    @property
    def path(self) -> Path:
        return self.folder / "life.sqlite3"

    def live(self, begin: State, *, keep: bool = False) -> books.Books:
        self._restore(begin)
        outside = begin.outside.copy()
        loop = SteppedLoop((lambda: self._look(loop, outside, begin.at)) if keep else (lambda: None))
        try:
            loop.run_until_complete(self._live(outside, begin.at))
        finally:
            self.steps = loop.steps
            loop.close()
        return _read(self.path, outside)

    async def _live(self, outside: Outside, begins: datetime) -> None:
        database = await Database.open(f"sqlite:///{self.path}", engine=ENGINE)
        database.stamp_with(self.flow.ring)
        composed = self.compose or composing(self.flow.jobs, self.flow.company)
        await live_until_quiet(self.flow, outside, database, LoopClock(begins), composed)
        if self.flow.ring:
            await all_chained(database, self.flow.ring)
        await database.close()

    def _restore(self, state: State) -> None:
        log = Path(f"{self.path}-wal")
        Path(f"{self.path}-shm").unlink(missing_ok=True)
        self.path.write_bytes(state.database)
        log.write_bytes(state.log)

    def _look(self, loop: SteppedLoop, outside: Outside, begins: datetime) -> None:
        path = Path(f"{self.path}-wal")
        log = path.read_bytes() if path.exists() else b""
        last = self.states[-1] if self.states else None
        if last and last.log == log and last.outside.state() == outside.state():
            return
        at = begins + timedelta(seconds=loop.time())
        self.states.append(State(loop.steps, self.path.read_bytes(), log, outside.copy(), at))


async def live_until_quiet(
    flow: Flow, outside: Outside, database: Database, clock: QuietClock, composed: Compose
) -> None:
    """The bot starts, people do what they have not done yet, and the bot stops."""
    channels = {via: OutsideChannel(via, outside) for via in Via}
    core = composed(database, clock, dict[Via, Channel](channels), Sources(rooms=OutsideRooms(outside)))
    for channel in channels.values():
        channel.core = core
    loop = asyncio.get_running_loop()
    late = loop.time() + NEVER_QUIET
    await core.start()
    people = [asyncio.create_task(outside.person(core, user)) for user in {each.user for each in outside.actions}]
    until = flow.begins + timedelta(seconds=flow.quiet_after)
    late += flow.quiet_after
    names = {job.name for job in flow.jobs()}
    idle, before = 0, outside.state()
    while (
        (busy := await _is_busy(database))
        or (waiting := not all(task.done() for task in people))
        or await _is_pending(core, names)
        or clock.now() < until
    ):
        assert loop.time() < late, "it is never quiet"
        idle, before = 0 if busy or outside.state() != before else idle + 1, outside.state()
        await asyncio.sleep(1)
        if not busy:
            await clock.wait(await _free(core, names, until, waits=waiting, idle=idle))
        await core.tick()
        await core.link()
    await asyncio.gather(*people)
    await core.link()
    await core.stop()


async def all_chained(database: Database, ring: Keyring) -> None:
    verdict = await verify(database, ring, {})
    (row,) = await database.fetch("SELECT COUNT(*) AS entries FROM trail")
    assert (verdict.breaks, verdict.waiting, verdict.links) == ([], 0, row["entries"])


def _read(path: Path, outside: Outside) -> books.Books:
    with closing(sqlite3.connect(path)) as database:
        return books.of({sql: database.execute(sql).fetchall() for sql in books.QUERIES}, outside)


async def _is_busy(database: Database) -> bool:
    rows = await database.fetch(
        "SELECT 1 FROM inbox WHERE state = 'waiting' UNION ALL"
        " SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1"
    )
    return bool(rows)


async def _is_pending(core: Core, names: Collection[str]) -> bool:
    """Something is to be done shortly: what was said last may have hastened a job, and that another one."""
    return await _due(core, names) < core.clock.now() + SOON


async def _free(core: Core, names: Collection[str], until: datetime, *, waits: bool, idle: int) -> float:
    """Seconds for which there is nothing to do; at least one. `waits`: people look out for a card; `idle`: for how long
    nothing has happened."""
    if waits and idle < A_WHILE:
        return 1.0
    ends = await _due(core, names)
    if waits or ends > core.clock.now() + SOON:
        ends = min(ends, until)
    return max((ends - core.clock.now()).total_seconds(), 1.0)


async def _due(core: Core, names: Collection[str]) -> datetime:
    """Of the jobs that run here: what an earlier start entered of others stays due for ever."""
    return min(at for name, at in (await core.records.jobs.due_times()).items() if name in names)


def empty_database(folder: Path) -> bytes:
    """The file of a database with a schema and nothing in it."""
    path = folder / "empty.sqlite3"

    async def create() -> None:
        database = await Database.open(f"sqlite:///{path}", engine=ENGINE)
        await upgrade(database)
        await database.close()

    loop = SteppedLoop()
    loop.run_until_complete(create())
    loop.close()
    return path.read_bytes()


def used_database(folder: Path, empty: bytes, begins: datetime) -> bytes:
    """The file of a bot that has started before, shortly before `begins`: jobs are planned, rules are written down."""
    life = Life(Flow("nothing is said", [], begins=begins - SOON), folder)
    life.live(State(0, empty, b"", life.flow.world(), life.flow.begins))
    return life.path.read_bytes()


@dataclass(frozen=True, slots=True)
class Report:
    steps: int
    states: int
    wrong: Sequence[str]
    done: bool  # nobody gave up on a card


def check(
    flow: Flow,
    folder: Path,
    database: bytes,
    *,
    modes: Sequence[Mode] = (),
    room_modes: Sequence[Mode] = (),
    composed: Compose | None = None,
    choose: Callable[[int], bool] = lambda number: True,
    twice: bool = False,
) -> Report:
    """Live `flow` once, and on from each state it passed through; `twice`: and on from each state of those lives."""
    expected = [Life(flow, folder).live(State(0, database, b"", world, flow.begins)) for world in flow.worlds()]
    first, world = Life(flow, folder, composed), flow.world(modes, room_modes)
    undisturbed = first.live(State(0, database, b"", world, flow.begins), keep=True)
    wrong = closest(undisturbed, expected, "undisturbed")
    states = [state for number, state in enumerate(first.states) if choose(number)]
    for state in states:
        second = Life(flow, folder, composed)
        wrong += closest(second.live(state, keep=twice), expected, f"killed at step {state.step}")
        for again in second.states:
            where = f"killed at step {state.step}, and at step {again.step} of its second life"
            wrong += closest(Life(flow, folder, composed).live(again), expected, where)
    return Report(first.steps, len(first.states), wrong, done=not undisturbed.outside.gave_up)


def closest(lived: books.Books, expected: Sequence[books.Books], where: str) -> list[str]:
    """In the light of the life that comes closest; there are several where people act at once."""
    in_order = len(expected) == 1
    found = min((list(books.wrong(lived, each, in_order=in_order)) for each in expected), key=len)
    return [f"{where}: {each}" for each in found]
