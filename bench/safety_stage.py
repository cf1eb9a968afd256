"""A company on a clock that is moved on by hand: what is said to whom at which minute is written down.

The process behind it may be stopped in the midst of its work and begun anew on the same database, or be away for hours.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bench.groups import Clock
from bot.core import Core, build_core
from bot.discovery import find_jobs
from bot.domain.company import Company
from bot.files.company import load
from bot.identifiers import TaskId, UserId
from bot.shapes.incoming import Incoming, Kind, Press, Via
from bot.shapes.outgoing import (
    Attachment,
    Card,
    Content,
    Markdown,
    Outcome,
    Parcel,
    Select,
    Text,
    ToGroup,
    ToPeople,
    Verdict,
)
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.schema.upgrading import upgrade

SAMPLE = Path(__file__).parent.parent / "sandbox" / "company.json"
LISTED = " 列在单子上 "  # stands in `Said.words` between a hazard's number and its line of a list
OF_SAFETY = ("accident", "call-tree", "hazard", "notice-", "safety")


class Said(NamedTuple):
    """`to`: an account, or a group's id. `words`: all of it as plain words, a card's title in front."""

    at: datetime
    to: str
    words: str


@dataclass(slots=True)
class Ear:
    """A channel that takes everything and writes down when. `buttons`: (account, text) -> the newest such button."""

    via: Via
    clock: Clock
    heard: list[Said]
    buttons: dict[tuple[str, str], tuple[TaskId, str]] = field(default_factory=dict)
    pushes: bool = True

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        for to in _readers(parcel):
            self.heard.append(Said(self.clock.at, to, _words(parcel.content)))
            if isinstance(parcel.content, Card) and parcel.content.task_id:
                for each in parcel.content.buttons:
                    self.buttons[to, each.text] = (parcel.content.task_id, each.key)
        return Outcome(Verdict.DONE)


class Stage:
    """`heard`: all that was said, in order."""

    def __init__(self, database: Database, company: Company, clock: Clock) -> None:
        self.clock = clock
        self.heard: list[Said] = []
        self._database, self._company = database, company
        self._ear = Ear(Via.APP, clock, self.heard)
        self._jobs = [job for job in find_jobs() if job.name.startswith(OF_SAFETY)]
        self._numbers = count(1)
        self._core: Core | None = None

    async def begin(self) -> None:
        channels = {Via.APP: self._ear, Via.WEBHOOK: Ear(Via.WEBHOOK, self.clock, self.heard)}
        self._core = build_core(self._company, self._database, self.clock, channels, Sources(), jobs=self._jobs)
        await self._core.start()

    async def end(self) -> None:
        if self._core:
            await self._core.stop()
            self._core = None

    async def die(self, after: int) -> None:
        """The process is killed so many steps after it began with what is due, and begun anew."""
        work = asyncio.create_task(self._running.tick())
        for _ in range(after):
            await asyncio.sleep(0)
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
        await self.end()
        await self.begin()

    async def advance(self, target: datetime, wake: Callable[[], int] = lambda: 0) -> None:
        """Move the clock on, stopping wherever something falls due; `wake() > 0`: it dies there, and begins anew."""
        due = await self._running.settle()
        while due is not None and due <= target:
            self.clock.at = max(due.astimezone(target.tzinfo), self.clock.at)
            if steps := wake():
                await self.die(steps)
            due = await self._running.settle()
        self.clock.at = target
        await self._running.settle()

    async def say(self, user: str, text: str) -> str:
        """What he is answered."""
        return await self._take(user, Kind.TEXT, text=text)

    def may_press(self, user: str, button: str) -> bool:
        return (user, button) in self._ear.buttons

    async def press(self, user: str, button: str) -> str:
        """The newest button of that name which he was shown."""
        task_id, key = self._ear.buttons[user, button]
        return await self._take(user, Kind.PRESS, press=Press(task_id, key, {}))

    @property
    def _running(self) -> Core:
        assert self._core
        return self._core

    async def _take(self, user: str, kind: Kind, text: str = "", press: Press | None = None) -> str:
        before = len(self.heard)
        key = f"m{next(self._numbers)}"
        message = Incoming(key, Via.APP, kind, UserId(user), self.clock.at, text=text, press=press)
        await self._running.inbox.take(message)
        await self._running.settled()
        return "\n".join(said.words for said in self.heard[before:] if said.to == user)


@asynccontextmanager
async def staged(folder: Path, first: datetime, change: Callable[[Company], Company]) -> AsyncIterator[Stage]:
    """The sample company, changed; every group can be reached."""
    company = change(load(SAMPLE).company)
    groups = tuple(replace(group, webhook=f"hook-{group.id}") for group in company.groups)
    database = await Database.open(f"sqlite:///{folder / 'safety.sqlite3'}")
    await upgrade(database)
    stage = Stage(database, replace(company, groups=groups), Clock(first))
    await stage.begin()
    try:
        yield stage
    finally:
        await stage.end()
        await database.close()


def _readers(parcel: Parcel) -> tuple[str, ...]:
    match parcel.address:
        case ToGroup(group):
            return (group,)
        case ToPeople(users):
            return users
    return (parcel.address.user,)


def _words(content: Content) -> str:
    match content:
        case Text(text):
            return text
        case Markdown(_, plain) | Attachment(plain=plain):
            return plain
        case Card(select=Select(options=options)) if _is_list(content):
            lines = [each.partition(". ")[2] for each in content.desc.splitlines()]
            return "\n".join(f"{number}{LISTED}{line}" for number, line in zip(options, lines, strict=False))
        case Card():
            return f"{content.title} {content.desc} {content.plain}"


def _is_list(card: Card) -> bool:
    """Whether it is one of several hazards, each by its number."""
    return card.select is not None and all(each.startswith("YH-") for each in card.select.options)
