"""Lives a seed: the bot starts, dies, starts again, until everybody has done what he came for and all is quiet."""

import asyncio
import functools
import random
import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Final

from tortoise.exceptions import OperationalError

from bot.core import Core
from bot.services.groups.rules.versions import JOB as RULES_JOB
from bot.shapes.context import JobContext
from bot.shapes.incoming import Via
from bot.shapes.job import Job, job
from bot.shapes.outgoing import Text, ToGroup
from bot.shapes.ports import Channel as Port
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade
from tests.app_groups import AppGroups
from tests.crash import books
from tests.crash.explore import SOON, LoopClock
from tests.crash.flows import COMPANY, SUNDAY, Compose, Jobs, composing, short_jobs
from tests.crash.loop import SteppedLoop
from tests.crash.outside_rooms import OutsideRooms
from tests.crash.seeds.disk import Disk, plugged
from tests.crash.seeds.ground import repeatable
from tests.crash.seeds.loop import DrawingLoop, Killed, Restless
from tests.crash.seeds.plan import NOTHING, Plan
from tests.crash.seeds.trace import Trace
from tests.crash.seeds.wecom import IDLE, Channel, Wecom

ENGINE: Final = "tests.crash.seeds.disk"
PULSE: Final = "pulse"
EVERY: Final = timedelta(seconds=30)
NEVER: Final = -1
LONGEST_LIFE: Final = 24 * 3600.0
BUSY: Final = (
    "SELECT 1 FROM inbox WHERE state = 'waiting' UNION ALL"
    " SELECT 1 FROM outbox WHERE state IN ('waiting', 'sending') LIMIT 1"
)
DUE: Final = (
    "SELECT name, due_at FROM job UNION ALL"
    " SELECT name, due_at FROM job_wish WHERE name IN (SELECT name FROM job)"  # nobody runs the others here
)


class Often:
    def next_after(self, moment: datetime) -> datetime:
        begins = datetime.combine(moment.date(), time(), moment.tzinfo)
        return begins + ((moment - begins) // EVERY + 1) * EVERY


@job(PULSE, schedule=Often(), catch_up=timedelta(seconds=10))
async def pulse(ctx: JobContext, _: None) -> None:
    """Each slot says which it is."""
    ctx.tell(ToGroup(COMPANY.groups[0].id), Text(said_by(ctx.slot)))


def said_by(slot: datetime) -> str:
    return f"心跳 {slot.astimezone(SUNDAY.tzinfo):%H点%M分%S秒}"


def jobs(of: Jobs = short_jobs, *, pulsing: bool) -> Sequence[Job]:
    """Without the one that each start hastens to look for new rules: there are none, and it takes a sixth of a life."""
    usual = [each for each in of() if each.name != RULES_JOB]
    return [*usual, pulse] if pulsing else usual


def _logged() -> AbstractContextManager[None]:
    """What the scheduler does with it."""
    return suppress(sqlite3.OperationalError, OperationalError)


@dataclass(frozen=True, slots=True)
class Lived:
    books: books.Books
    world: Wecom
    trace: Trace
    pulses: Sequence[tuple[str, str]]  # slot and state
    lives: int
    seconds: float


def live(plan: Plan, composed: Compose | None = None) -> Lived:
    """`composed`: another bot than the real one, which runs these jobs."""
    trace = Trace()
    disk = Disk.of(used_pages(), plan.chance("disk"), trace, slow=plan.slow, bad=plan.bad)
    world = _world(plan, trace)
    composed = composed or composing(lambda: jobs(pulsing=plan.pulse))
    at, goes_on, lives = SUNDAY, True, 0
    while goes_on:
        at, goes_on = _Life(plan, lives, disk, world, at, composed).live()
        lives += 1
    return Lived(
        books.of({sql: disk.read(sql) for sql in books.QUERIES}, world),
        world,
        trace,
        disk.read(f"SELECT slot, state FROM job_run WHERE job = '{PULSE}' ORDER BY id"),  # noqa: S608 - a constant
        lives,
        (at - SUNDAY).total_seconds(),
    )


@functools.cache
def used_pages() -> bytes:
    """Of a database on which a bot has run before, shortly before all this begins: what its first start writes is not
    to be written in each life."""
    trace = Trace()
    disk = Disk.of(b"", random.Random(0), trace)  # noqa: S311 - nothing is drawn
    world = _world(NOTHING, trace)
    with plugged(disk):
        loop = SteppedLoop()
        loop.run_until_complete(_create())
        loop.close()
    _Life(NOTHING, 0, disk, world, SUNDAY - SOON, composing(lambda: jobs(pulsing=False))).live()
    return disk.raw.serialize()


async def _create() -> None:
    database = await Database.open("sqlite://:memory:", engine=ENGINE)
    await upgrade(database)
    await database.close()


def _world(plan: Plan, trace: Trace) -> Wecom:
    return Wecom(
        [action for strand in plan.strands for action in strand.actions],
        plan.modes,
        AppGroups.of(COMPANY.groups),
        plan.room_modes,
        strands=tuple(plan.strands),
        trace=trace,
        chance=plan.chance("world"),
        copies=plan.copies,
        slow=plan.slow,
    )


class _Life:
    def __init__(self, plan: Plan, number: int, disk: Disk, world: Wecom, begins: datetime, composed: Compose) -> None:
        self._plan = plan
        self._number = number
        self._disk = disk
        self._world = world
        self._begins = begins
        self._composed = composed
        self._end = plan.ends[number] if number < len(plan.ends) else None
        self._core: Core | None = None
        self._channels = {via: Channel(via, world) for via in Via}
        self._rooms = OutsideRooms(world)
        self._over = False
        self._sights = 0
        self._loop = DrawingLoop(
            plan.chance(f"loop {number}"),
            world.trace,
            fair=plan.fair,
            ends_at=self._end.step if self._end and not self._end.after else NEVER,
            on_end=self._ends,
        )

    def live(self) -> tuple[datetime, bool]:
        """When the next one begins, and whether there is to be one."""
        loop, wall, since = self._loop, self._begins.timestamp(), (self._begins - SUNDAY).total_seconds()
        self._world.trace.now = lambda: since + loop.time()
        self._world.trace.on_sight = self._aim
        died = False
        with (
            repeatable(f"{self._plan.seed} {self._number}", lambda: wall + loop.time(), loop.time),
            plugged(self._disk),
        ):
            try:
                loop.run_until_complete(self._live())
            except (sqlite3.OperationalError, OperationalError) as error:
                died = True
                self._world.trace.saw(f"could not start: {error}")
            except Killed as end:
                died = not isinstance(end, Restless)
                self._world.trace.saw(f"{type(end).__name__.lower()} at step {loop.steps}")
            finally:
                lasted = loop.time()
                self._let_go()
        pause = self._end.pause if self._end and died else 0.0
        self._world.away(pause)
        return self._begins + timedelta(seconds=lasted + pause), died

    def _aim(self) -> None:
        self._sights += 1
        if self._end and self._sights == self._end.after:
            self._loop.ends_at = self._loop.steps + self._end.step

    def _ends(self) -> None:
        if self._end and self._end.stopped and self._core:
            self._loop.create_task(self._stop(self._core))
        else:
            raise Killed

    async def _stop(self, core: Core) -> None:
        self._world.trace.saw("asked to stop")
        self._core = None
        await core.stop()
        self._loop.ends_at = self._loop.steps + 1

    async def _live(self) -> None:
        database = await Database.open("sqlite://:memory:", engine=ENGINE)
        world, sources = self._world, Sources(rooms=self._rooms)
        core = self._composed(database, LoopClock(self._begins), dict[Via, Port](self._channels), sources)
        for channel in self._channels.values():
            channel.core = core
        await core.start()
        self._core = core
        world.idle = 0
        tasks = [self._ticking(core), self._linking(core), *(world.act(core, strand) for strand in world.strands)]
        ticking, linking, *people = [asyncio.create_task(each) for each in tasks]
        until = SUNDAY + timedelta(seconds=max((each.lasts for each in world.strands), default=0.0))
        while world.idle < IDLE or core.clock.now() < until or not all(each.done() for each in people):
            await asyncio.sleep(self._rest())
            world.idle = world.idle + 1 if self._is_idle(core) else 0
        self._over = True
        await asyncio.gather(ticking, linking, *people)
        while self._disk.read(BUSY):  # noqa: ASYNC110 - there is no event for it, and no time passes
            await asyncio.sleep(1)
        await core.link()
        await core.stop()
        await database.close()

    async def _ticking(self, core: Core) -> None:
        """Each second, as in production; but where nothing is due, one in twenty is enough."""
        chance = self._plan.chance(f"ticks {self._number}")
        while not self._over:
            if self._due() <= core.clock.now() or chance.random() < 0.05:
                with _logged():
                    await core.tick()
            await asyncio.sleep(self._rest())

    async def _linking(self, core: Core) -> None:
        while not self._over:
            with _logged():
                await core.link()
            await asyncio.sleep(self._rest() * 10)

    def _rest(self) -> float:
        """Seconds between two looks."""
        return 1.0 if self._world.idle < IDLE else 10.0

    def _is_idle(self, core: Core) -> bool:
        settled = core.incoming.is_settled() and core.outgoing.is_settled()
        return settled and not self._disk.read(BUSY) and self._due(PULSE) > core.clock.now() + SOON

    def _due(self, without: str = "") -> datetime:
        due = min(at for name, at in self._disk.read(DUE) if name != without)
        return datetime.fromisoformat(due)

    def _let_go(self) -> None:
        """Whatever still runs reaches neither the disk nor the world any more."""
        self._disk.pull()
        self._rooms.outside = replace(self._world)
        for channel in self._channels.values():
            channel.outside = self._rooms.outside
        self._loop.bury()
        while left := asyncio.all_tasks(self._loop):
            assert self._loop.time() < LONGEST_LIFE
            for task in left:
                task.cancel()
            self._loop.run_until_complete(asyncio.wait(left, timeout=1))
        self._loop.close()
