"""What a large company's groups cost: 20,000 people in 500 groups, unless told otherwise.

    python -m bench.groups [PEOPLE] [GROUPS]

prints one JSON object a line, on SQLite: starting, what one person's /我的群 and /群列表 take, what a change of one
membership costs until the company in memory knows it, a whole round of grooming, and the memory of it all. One group is
of the whole staff, one in twenty of several departments, the others of one each; some have people in them who don't
belong there.
"""

import asyncio
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from statistics import median

import structlog

from bench.nicknames import DEPARTMENTS, GIVEN, SURNAMES
from bot.core import Core, build_core
from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.groups.group import Group
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Outcome, Parcel, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade

HERE = timezone(timedelta(hours=8))
SUNDAY = datetime(2026, 11, 29, 10, tzinfo=HERE)
GROOMING = datetime(2026, 12, 1, 9, 15, tzinfo=HERE)
ASKED = 30  # times


@dataclass(slots=True)
class Clock:
    at: datetime = SUNDAY

    def now(self) -> datetime:
        return self.at


@dataclass(slots=True)
class Silent:
    """A channel that takes everything."""

    via: Via
    pushes: bool = True
    sent: int = 0

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        self.sent += 1
        return Outcome(Verdict.DONE)


def departments() -> Sequence[Department]:
    return [Department(1, "集团"), *(Department(2 + n, f"第{n + 1}事业部", 1) for n in range(DEPARTMENTS))]


def people(size: int, dice: random.Random) -> Sequence[Person]:
    return [_person(number, dice) for number in range(size)]


def _person(number: int, dice: random.Random) -> Person:
    name = dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))
    department = 2 + number % DEPARTMENTS
    position = "总裁" if number == 0 else "员工"
    return Person(UserId(f"user{number}"), name, department, (department,), position, staff_no=f"{10_000_000 + number}")


def groups(size: int, staff: Sequence[Person], dice: random.Random) -> Iterator[Group]:
    everybody = [each.user_id for each in staff]
    yield _group(0, "E3", (), everybody)
    for number in range(1, size):
        home = 20 if number % 20 == 0 else 1
        own = {(number * 7 + each) % DEPARTMENTS for each in range(home)}
        members = [each.user_id for each in staff if each.main_department - 2 in own]
        names = tuple(f"第{each + 1}事业部" for each in sorted(own))
        yield _group(number, "E4" if home > 1 else "E6", names, [*members, *dice.sample(everybody, 2)])


def _group(number: int, kind: str, of: tuple[str, ...], members: Sequence[UserId]) -> Group:
    group = GroupId(f"g{number}")
    return Group(
        group,
        f"第{number}工作群",
        kind,
        departments=of,
        admins=frozenset(members[:1]),
        members=frozenset(members),
        bot_chat=ChatId(group),
    )


@asynccontextmanager
async def opened(folder: Path, size: int, number: int) -> AsyncIterator[tuple[Core, Clock]]:
    """The database holds the directory and the groups already."""
    dice = random.Random(1)
    staff, clock = people(size, dice), Clock()
    roles = by_account({Role.HR: [staff[1].user_id], Role.GROUP_HR: [staff[2].user_id]})
    company = Company(groups=tuple(groups(number, staff, dice)), role_rules=roles)
    database = await Database.open(f"sqlite:///{folder / 'groups.sqlite3'}")
    await upgrade(database)
    core = build_core(company, database, clock, {via: Silent(via) for via in Via}, Sources())
    act = Act("bench", "bench", "bench", "bench", clock.now())
    await database.transact(lambda: core.records.directory.replace(departments(), staff, by=act))
    yield core, clock
    await core.stop()
    await database.close()


async def timed(work: Callable[[], Awaitable[object]], times: int = 1) -> list[float]:
    """Milliseconds of the wall's clock, which others take part in."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def line(name: str, value: float, unit: str, **more: float) -> None:
    print(json.dumps({"name": name, "value": round(value, 1), "unit": unit} | more), flush=True)


async def measure(folder: Path, size: int, number: int) -> None:
    async with opened(folder, size, number) as (core, clock):
        line("groups.first_start", (await timed(core.start))[0] / 1000, "s")
        await _questions(core, clock)
        await _changes(core, clock)
        await _round(core, clock)
        line("groups.memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")
    async with again(folder, size, number) as core:
        line("groups.start", (await timed(core.start))[0] / 1000, "s")


@asynccontextmanager
async def again(folder: Path, size: int, number: int) -> AsyncIterator[Core]:
    """As a second process of it would start, on what is there."""
    dice = random.Random(1)
    company = Company(groups=tuple(groups(number, people(size, dice), dice)))
    database = await Database.open(f"sqlite:///{folder / 'groups.sqlite3'}")
    core = build_core(company, database, Clock(GROOMING), {via: Silent(via) for via in Via}, Sources())
    yield core
    await core.stop()
    await database.close()


async def _questions(core: Core, clock: Clock) -> None:
    numbers = count()

    async def ask(text: str) -> None:
        key, user = f"m{text}{next(numbers)}", UserId(f"user{next(numbers) % 1000 + 3}")
        await core.inbox.take(Incoming(key, Via.APP, Kind.TEXT, user, clock.now(), text=text))
        await core.settled()

    for name, text in (("my_groups", "/我的群"), ("join", "/入群 第7工作群"), ("info", "/群信息 第20工作群")):
        first, *taken = await timed(lambda text=text: ask(text), ASKED)  # type: ignore[misc]
        worst = max(taken)
        line(f"groups.{name}", median(taken), "ms", first=round(first, 1), worst=round(worst, 1))


async def _changes(core: Core, clock: Clock) -> None:
    """One member comes; the company in memory follows, and the next question is answered."""
    store, company = core.records.groups, core.book.company
    act = Act("bench", "bench", "bench", "bench", clock.now())

    async def join(group: str, user: str) -> None:
        work = lambda: store.join(GroupId(group), [UserId(user)], cause="bench", by=act)  # noqa: E731
        await core.book.following(core.database.transact)(work)
        company().finder  # noqa: B018 - built with the next question

    async def come_and_go(group: str) -> None:
        await join(group, f"stranger{time.perf_counter_ns()}")

    for name, group in (("small", "g7"), ("everybody", "g0")):
        taken = await timed(lambda group=group: come_and_go(group), 10)  # type: ignore[misc]
        line(f"groups.change.{name}", median(taken), "ms", worst=round(max(taken), 1))
    line("groups.refresh.nothing_new", median(await timed(core.book.refresh, 10)), "ms")


async def _round(core: Core, clock: Clock) -> None:
    """The night's and the morning's other jobs first."""
    clock.at = GROOMING - timedelta(seconds=1)
    line("groups.other_jobs", (await timed(core.tick))[0] / 1000, "s")
    clock.at = GROOMING + timedelta(seconds=1)
    begun = time.process_time()
    taken = (await timed(core.tick))[0]
    worked = round(time.process_time() - begun, 1)
    found = await core.database.fetch("SELECT count(*) AS reviews FROM review")
    line("groups.round", taken / 1000, "s", of_the_processor=worked, reviews=int(found[0]["reviews"]))
    line("groups.round.sent", (await timed(core.settled))[0] / 1000, "s")


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    size, number = (int(given) for given in [*sys.argv[1:], *("20000", "500")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), size, number))


if __name__ == "__main__":
    main()
