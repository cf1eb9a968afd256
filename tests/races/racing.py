"""Races two things against each other, and compares with what comes of one after the other."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import asyncpg

from bot.domain.company import Company
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.crash.books import RECORDS
from tests.postgres import wipe
from tests.races.held_postgres import Gate, gated

ENGINE = "tests.races.held_postgres"
A_MOMENT = 0.5  # seconds in which the second one is through, unless it waits within the process
TRAIL = "SELECT actor, action, subject FROM trail ORDER BY action, subject, actor"
_LOCKED = "SELECT 1 FROM pg_locks WHERE NOT granted LIMIT 1"
_TICKET = re.compile(r"编号 [0-9a-f]{6}")
_NUMBER = re.compile(r"^([a-z_]+:)?\d+$")

Doing = Callable[[Chat], Awaitable[str | None]]  # the key of the message that it was, if it was one
Outcome = Mapping[str, Sequence[tuple[object, ...]]]  # of the records, the trail, and what was said


def same(company: Company) -> Company:
    return company


@dataclass(frozen=True, slots=True)
class Race:
    """`begins`: what went before. `first` and `second` hand a message in, or run what is due, and wait for no more.

    `alike`: sentences that are as true one as the other, where somebody reads in between.
    """

    name: str
    begins: Callable[[Chat], Awaitable[None]]
    first: Doing
    second: Doing
    alike: tuple[str, ...] = ()
    company: Callable[[Company], Company] = same
    jobs: Sequence[Job] = ()


def says(who: str, words: str) -> Doing:
    async def say(chat: Chat) -> str:
        incoming = chat.incoming(who, words)
        await chat.core.inbox.take(incoming)
        return incoming.key

    return say


def presses(who: str, button: str, option: str | None = None) -> Doing:
    """That of the newest card that he has with one; `option`: of its list."""

    async def press(chat: Chat) -> str:
        incoming = chat.pressing_newest(who, button, option)
        await chat.core.inbox.take(incoming)
        return incoming.key

    return press


async def tick(chat: Chat) -> None:
    await chat.core.tick()


@dataclass(frozen=True, slots=True)
class Track:
    """A database on which a race is run as often as one likes."""

    url: str
    race: Race

    async def orders(self) -> tuple[list[Outcome], int]:
        """What may come of it, and how many statements the first one takes: one after the other, or what the first one
        says isn't sent yet when the second one comes."""
        straight, count = await self._one_after_the_other()
        turned, _ = await self._one_after_the_other(turned=True)
        unsent, _ = await self._one_after_the_other(sent=False)
        return [straight, turned, unsent], count

    async def _one_after_the_other(self, *, turned: bool = False, sent: bool = True) -> tuple[Outcome, int]:
        before, after = (self.race.second, self.race.first) if turned else (self.race.first, self.race.second)
        async with self._begun() as (chat, gate):
            gate.hold(0)
            _set_up(chat, sent)
            await before(chat)
            await chat.core.settled()
            took = gate.passed
            await after(chat)
            await chat.core.settled()
            _set_up(chat, True)
            return await outcome(chat, self.race.alike), took

    async def held_at(self, statement: int) -> Outcome:
        async with self._begun() as (chat, gate):
            gate.hold(statement)
            first = asyncio.create_task(_started(self.race.first, chat))
            reached = asyncio.create_task(gate.reached.wait())
            await asyncio.wait([first, reached], timeout=A_MOMENT, return_when=asyncio.FIRST_COMPLETED)
            reached.cancel()
            second = asyncio.create_task(_started(self.race.second, chat))
            await self._through_or_waiting(second)
            gate.release()
            await asyncio.gather(first, second)
            return await outcome(chat, self.race.alike)

    async def _through_or_waiting(self, second: asyncio.Task[str | None]) -> None:
        """The second one is through, or waits for what the first one holds."""
        connection = await asyncpg.connect(self.url)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(A_MOMENT):
                    await _until_through_or_waiting(second, connection)
        finally:
            await connection.close()

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[tuple[Chat, Gate]]:
        await wipe(self.url)
        with gated() as gate:
            database = await Database.open(self.url, engine=ENGINE)
            chat = await Chat.open(database, jobs=self.race.jobs, company=self.race.company)
            await self.race.begins(chat)
            await chat.core.settled()
            chat.said()
            yield chat, gate
            await chat.close()
            await database.close()


def _set_up(chat: Chat, up: bool) -> None:
    for channel in chat.channels.values():
        channel.up = up


async def _started(doing: Doing, chat: Chat) -> str | None:
    return await doing(chat)


async def _until_through_or_waiting(second: asyncio.Task[str | None], connection: asyncpg.Connection) -> None:
    """Only the database knows."""
    while not await connection.fetchval(_LOCKED) and not await _is_through(second, connection):  # noqa: ASYNC110
        await asyncio.sleep(0.002)


async def _is_through(second: asyncio.Task[str | None], connection: asyncpg.Connection) -> bool:
    if not second.done():
        return False
    key = second.result()
    return key is None or bool(await connection.fetchval("SELECT 1 FROM inbox WHERE key = $1 AND state = 'done'", key))


async def outcome(chat: Chat, alike: Sequence[str]) -> Outcome:
    """Once everything is quiet; sorted, since of two things at once either may be written down first."""
    await chat.core.settle()
    found: dict[str, Sequence[tuple[object, ...]]] = {
        "said": sorted((f"{each.to} {each.room}", _plain(each.words, alike)) for each in chat.said())
    }
    for sql in (TRAIL, *RECORDS):
        rows = [tuple(map(_unnumbered, row.values())) for row in await chat.core.database.fetch(sql)]
        found[sql.split("FROM ")[1].split()[0]] = sorted(rows, key=repr)
    return found


def differences(found: Outcome, expected: Sequence[Outcome]) -> Iterator[str]:
    """From the order that comes closest; nothing where it is one of them."""
    closest = min(expected, key=lambda each: sum(found[name] != each[name] for name in found))
    for name, rows in found.items():
        if rows != closest[name]:
            missing, more = Counter(closest[name]) - Counter(rows), Counter(rows) - Counter(closest[name])
            yield f"{name}: missing {list(missing)}, too many {list(more)}"


def _plain(words: str, alike: Sequence[str]) -> str:
    for each in alike:
        words = words.replace(each, alike[0])
    return _TICKET.sub("编号 ?", words)


def _unnumbered(value: object) -> object:
    """PostgreSQL gives no number out twice, even if nothing came of it."""
    return _NUMBER.sub(r"\1?", value) if isinstance(value, str) else value
