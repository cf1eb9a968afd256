"""A year of leave in a company of 2,000, unless told otherwise, through the whole pipeline and with a clock in minutes.

    python -m bench.leave_year [PEOPLE] [DAYS] [SEED]

Everybody asks in plain commands, and calls off, moves and comes back early; whoever is asked decides; the jobs run. The
simulation keeps a book of its own, from what it typed and what was answered, with a calendar and arithmetic of its own
(`bench.leave_book`). What the bot refuses must be what that book says can't be, and in the end every ledger must be
what the book recounts. It prints one JSON object a line, and ends with 1 where anything differs.
"""

import asyncio
import heapq
import itertools
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import structlog

from bench.groups import HERE, Clock
from bench.leave_book import Away, Book, Service
from bot.core import Core, build_core
from bot.discovery import find_jobs
from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.leave.ledgers import entitlement
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Press, Via
from bot.shapes.outgoing import Card, Content, Outcome, Parcel, Text, ToAsker, ToCard, ToPeople, ToPerson, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable
from bot.storage.schema.upgrading import upgrade

FIRST = date(2026, 1, 5)
TEAM = 40
TAKEN = re.compile(r"已提交 (QJ-\d{8}-\d{3,6})")
PRESIDENT, VICE, HR = UserId("president"), UserId("vice"), UserId("hr")
OUGHT = {  # what the book says of a wish -> what a refusal has to say
    "quota": "不够",
    "quota?": "不够",
    "overlap": "已经请了假",
    "rest": "不用请假",
}


@dataclass(slots=True)
class Heard:
    """A channel that remembers what was last said to each person."""

    via: Via
    pushes: bool = True
    said: defaultdict[UserId, list[str]] = field(default_factory=lambda: defaultdict(list))
    cards: dict[UserId, TaskId] = field(default_factory=dict)

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        match parcel.address:
            case ToPeople(users):
                for user in users:
                    self._note(user, parcel.content)
            case ToPerson(user) | ToAsker(user=user) | ToCard(user=user):
                self._note(user, parcel.content)
        return Outcome(Verdict.DONE)

    def _note(self, user: UserId, content: Content) -> None:
        if isinstance(content, Text):
            self.said[user].append(content.text)
        elif isinstance(content, Card):
            self.said[user].append(content.plain)
            if content.task_id and content.buttons:
                self.cards[user] = content.task_id


def staff(size: int) -> tuple[Sequence[Department], Sequence[Person]]:
    """Teams with a leader each, under one vice president."""
    teams = max(1, size // TEAM)
    departments = [Department(1, "集团", leaders=(PRESIDENT,))]
    departments += [Department(2 + n, f"第{n + 1}部", 1, (UserId(f"u{n}"),)) for n in range(teams)]
    people = [
        Person(PRESIDENT, "总裁", 1, (1,), "总裁"),
        Person(VICE, "副总", 1, (1,), "分管副总裁", leaders=(PRESIDENT,)),
        Person(HR, "人事", 1, (1,), "人事经理"),
    ]
    for n in range(size):
        home = 2 + n % teams
        position, leader = ("经理", VICE) if n < teams else ("员工", UserId(f"u{n % teams}"))
        people.append(Person(UserId(f"u{n}"), f"员工{n}", home, (home,), position, leaders=(leader,)))
    return departments, people


def services(size: int, dice: random.Random) -> Mapping[UserId, Service]:
    """Most with a whole year's leave; some are new here, some reach ten years within the year."""
    return {UserId(f"u{n}"): _service(n, dice) for n in range(size)}


def _service(n: int, dice: random.Random) -> Service:
    day = date(2026, dice.randint(1, 12), dice.randint(1, 28))
    if n % 20 == 18:
        return Service(date(day.year - dice.randint(2, 8), day.month, day.day), day)
    if n % 20 == 19:
        return Service(day.replace(year=2016), date(2019, 3, 1))
    years = dice.choice((2, 5, 7, 12, 15, 23))
    return Service(day.replace(year=2026 - years), date(2020, 3, 1) if years > 7 else date(2025, 3, 1))


@asynccontextmanager
async def opened(folder: Path, size: int, book: Book, heard: Heard) -> AsyncIterator[tuple[Core, Clock]]:
    departments, people = staff(size)
    clock = Clock(datetime.combine(FIRST, datetime.min.time(), HERE))
    facts = {
        user: Facts(entitlement.Service(min(each.began, each.joined), each.joined))
        for user, each in book.services.items()
    }
    company = Company(role_rules=by_account({Role.HR: [HR]}), leave=LeaveRules(people=MappingProxyType(facts)))
    database = await Database.open(f"sqlite:///{folder / 'leave.sqlite3'}")
    await upgrade(database)
    jobs = [job for job in find_jobs() if job.name.startswith(("leave", "approval"))]
    core = build_core(company, database, clock, {Via.APP: heard, Via.BOT: Heard(Via.BOT)}, Sources(), jobs=jobs)
    act = Act("bench", "bench", "bench", "bench", clock.now())
    await database.transact(lambda: core.records.directory.replace(departments, people, by=act))
    await core.start()
    try:
        yield core, clock
    finally:
        await core.stop()
        await database.close()


class Year:
    """`differs`: what was answered otherwise than the book says, or stands otherwise in the end."""

    def __init__(self, core: Core, clock: Clock, heard: Heard, book: Book, dice: random.Random, until: date) -> None:
        self._core, self._clock, self._heard, self._book, self._dice = core, clock, heard, book, dice
        self._until = datetime.combine(until, datetime.max.time(), HERE)
        self._numbers = itertools.count()
        self._agenda: list[tuple[datetime, int, Callable[[], object]]] = []
        self.done: Counter[str] = Counter()
        self.differs: list[str] = []

    def plan(self, users: Sequence[UserId], wishes: float) -> None:
        """So many wishes of each on average, at some minute of a working day."""
        days = (self._until.date() - FIRST).days
        for user in users:
            for _ in range(self._dice.choice((0, 1, 1, 2)) + round(wishes - 1)):
                at = self._moment(FIRST + timedelta(days=self._dice.randrange(max(1, days))))
                self._later(at, lambda user=user: self._ask(user))  # type: ignore[misc]

    async def live(self) -> None:
        while self._agenda and self._agenda[0][0] <= self._until:
            at, _, what = heapq.heappop(self._agenda)
            if at.date() > self._clock.at.date():
                await self._night(at.date())
            self._clock.at = max(at, self._clock.at)
            await what()  # type: ignore[misc]
        self._clock.at = self._until
        await self._core.tick()
        await self._core.settled()

    async def _night(self, until: date) -> None:
        """The jobs of every night and noon in between; leaves begin and end at them."""
        day = self._clock.at.date()
        while day < until:
            for hour in (0, 9, 14):
                moment = datetime.combine(day, datetime.min.time(), HERE) + timedelta(hours=24 + hour, minutes=45)
                if self._clock.at < moment <= datetime.combine(until, datetime.min.time(), HERE) + timedelta(hours=8):
                    self._clock.at = moment
                    await self._core.tick()
            day += timedelta(days=1)
        await self._core.settled()

    async def _say(self, user: UserId, text: str) -> str:
        """What was answered."""
        self._heard.said[user].clear()
        self._heard.cards.pop(user, None)
        await self._take(user, Kind.TEXT, text=text)
        return "\n".join(self._heard.said[user])

    async def _confirm(self, user: UserId) -> str:
        self._heard.said[user].clear()
        card = self._heard.cards.get(user)
        if card:
            await self._take(user, Kind.PRESS, press=Press(card, "yes", {}))
        return "\n".join(self._heard.said[user])

    async def _take(self, user: UserId, kind: Kind, text: str = "", press: Press | None = None) -> None:
        key = f"m{next(self._numbers)}"
        await self._core.inbox.take(Incoming(key, Via.APP, kind, user, self._clock.now(), text=text, press=press))
        await self._core.settled()
        self.done["messages"] += 1

    async def _ask(self, user: UserId) -> None:
        now = self._clock.at
        first = now.date() + timedelta(days=self._dice.choice((1, 1, 2, 3, 5, 8, 13, 21, 40)))
        length = self._dice.choice((0, 0, 0, 0, 1, 1, 2, 3, 5))
        half = self._dice.choice((None, None, "AM", "PM")) if not length else None
        kind = self._dice.choice(("年假", "年假", "年假", "事假"))
        away = Away(user, kind, first, first + timedelta(days=length), half)
        if away.last.year != FIRST.year:
            return
        self._book_answer(away, await self._say(user, f"/请假 {kind} {away.typed}"))

    def _book_answer(self, away: Away, answer: str) -> bool:
        """Notes a wish down if it was taken; whether it was."""
        ought = self._book.objections(away)
        taken = TAKEN.search(answer)
        if taken:
            self.done["asked"] += 1
            if ought - {"quota?"}:
                self.differs.append(f"{away} was taken, though {ought}: {answer}")
            away.number = taken[1]
            self._book.add(away)
            self._follow(away)
            return True
        self.done["refused"] += 1
        if not any(OUGHT[each] in answer for each in ought):
            self.differs.append(f"{away} at {self._clock.at:%m-%d %H:%M} was refused, book says {ought}: {answer}")
        return False

    def _follow(self, away: Away) -> None:
        """Decided before it begins; then perhaps called off, moved or cut short."""
        start = datetime.combine(away.first, datetime.min.time(), HERE)  # a day of rest begins at midnight
        self._later(self._between(self._clock.at, start, 0.1), lambda: self._decide(away))
        chance = self._dice.random()
        if chance < 0.1:
            self._later(self._between(self._clock.at, start, 0.05), lambda: self._off(away))
        elif chance < 0.2:
            self._later(self._between(self._clock.at, start, 0.9), lambda: self._off(away))
        elif chance < 0.3:
            self._later(self._between(self._clock.at, start, 0.8), lambda: self._move(away))
        elif chance < 0.45 and away.last > away.first:
            back = away.first + timedelta(days=self._dice.randint(1, (away.last - away.first).days))
            at = datetime.combine(back - timedelta(days=1), datetime.min.time(), HERE) + timedelta(hours=16)
            self._later(at, lambda: self._return(away, back))

    async def _decide(self, away: Away) -> None:
        """Whoever it waits for, one after the other."""
        agree = self._dice.random() < 0.92
        for _ in range(4):
            request = await self._core.records.requests.get(away.number)
            if request is None or not request.is_pending:
                return
            by = request.waits_for[0].user
            answer = await self._say(
                by, f"/{'同意申请' if agree else '驳回'} {away.number}{'' if agree else ' 人手不够'}"
            )
            self.done["decided"] += 1
            if not agree and "法" not in answer:
                self._book.drop(away)
            agree = True
        self.differs.append(f"{away} is never decided")

    async def _off(self, away: Away) -> None:
        if away.number not in self._book:
            return
        answer = await self._say(away.user, f"/取消 {away.number}")
        self.done["called off"] += 1
        if "已取消" not in answer and "已撤回" not in answer:
            self.differs.append(f"{away} is not called off: {answer}")
            return
        self._book.drop(away)

    async def _move(self, away: Away) -> None:
        if away.number not in self._book or away.half:
            return
        by = timedelta(days=self._dice.choice((1, 2, 7)))
        moved = Away(away.user, away.kind, away.first + by, away.last + by)
        if moved.last.year != FIRST.year:
            return
        await self._say(away.user, f"/改期 {away.number} {moved.typed}")
        answer = await self._confirm(away.user)
        self._book.drop(away)
        self.done["moved"] += 1
        if not self._book_answer(moved, answer):
            self._book.add(away)

    async def _return(self, away: Away, back: date) -> None:
        if away.number not in self._book:
            return
        await self._core.tick()
        answer = await self._say(away.user, f"/销假 {away.number} {back.isoformat()}")
        if "已销假" in answer:
            self.done["back early"] += 1
            away.last = back - timedelta(days=1)
        elif "不算提前" not in answer:
            self.differs.append(f"{away} can't be cut short on {back}: {answer}")

    def _later(self, at: datetime, what: Callable[[], object]) -> None:
        heapq.heappush(self._agenda, (at, next(self._numbers), what))

    def _moment(self, day: date) -> datetime:
        minutes = self._dice.randint(8 * 60 + 30, 18 * 60)
        return datetime.combine(day, datetime.min.time(), HERE) + timedelta(minutes=minutes)

    def _between(self, begin: datetime, end: datetime, share: float) -> datetime:
        minutes = max(1, int((end - begin).total_seconds() / 60 * share))
        return begin + timedelta(minutes=self._dice.randint(1, minutes))


async def simulate(folder: Path, size: int, days: int, seed: int) -> tuple[Counter[str], list[str]]:
    """What was done, and what differs from the book."""
    dice = random.Random(seed)
    book, heard = Book(services(size, dice)), Heard(Via.APP)
    until = min(FIRST + timedelta(days=days), date(FIRST.year, 12, 31))
    async with opened(folder, size, book, heard) as (core, clock):
        year = Year(core, clock, heard, book, dice, until)
        year.plan(sorted(book.services), 6 * days / 365)
        await year.live()
        for user in sorted(book.services):
            tally = (await LeaveLedgerTable().of(user)).balance("年假", FIRST.year)
            spent = book.spent(user)
            if tally.held + tally.used != spent or tally.left < 0:
                year.differs.append(f"{user}: the ledger has {tally}, the book {spent}")
            if tally.credit not in (Decimal(0), book.total(user)):
                year.differs.append(f"{user}: the ledger gives {tally.credit}, the book {book.total(user)}")
            year.done["ledgers"] += bool(tally.credit)
    return year.done, year.differs


def main(argv: Sequence[str]) -> int:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    size, days, seed = (int(given) for given in [*argv, *("2000", "360", "1")[len(argv) :]])
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done, differs = asyncio.run(simulate(Path(folder), size, days, seed))
    seconds = time.perf_counter() - begun
    print(json.dumps({"name": "leave.year", "value": round(seconds, 1), "unit": "s", "people": size} | dict(done)))
    for line in differs[:20]:
        print(line, file=sys.stderr)
    return bool(differs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
