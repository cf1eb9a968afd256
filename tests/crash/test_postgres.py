"""On PostgreSQL: the process dies before or after any statement on a message's way, and another one goes on."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import structlog

from bot.company_file import load
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Parcel
from bot.storage.database import Database
from tests.chat import SAMPLE_COMPANY, Chat
from tests.crash.mortal_postgres import dying
from tests.postgres import fresh

pytestmark = pytest.mark.postgres

ENGINE = "tests.crash.mortal_postgres"
WORDS = "/帮助"
PEOPLE = [person.name for person in load(SAMPLE_COMPANY).company.people][
    :10
]  # nobody may be told more than 27 a minute
NEVER, MANY = 10_000, 50
EVERY = 5  # of the steps; odd, so that it dies before some statements and after others


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("critical"))
    yield
    structlog.configure(**before)


@dataclass(slots=True)
class Life:
    """One message on its way, until all is quiet or the process dies."""

    url: str
    key: str
    who: str
    sent: list[Parcel] = field(default_factory=list)
    acknowledged: bool = False
    steps: int = 0

    async def live(self, *, dies_at: int) -> None:
        with dying(dies_at) as fate:
            before = asyncio.all_tasks()
            database = await Database.open(self.url, engine=ENGINE)
            living, dead = asyncio.create_task(self._live(database)), asyncio.create_task(fate.died.wait())
            await asyncio.wait([living, dead], return_when=asyncio.FIRST_COMPLETED)
            own = asyncio.all_tasks() - before
            for task in own:
                task.cancel()
            await asyncio.gather(*own, return_exceptions=True)
            fate.end()
            await database.close()
        self.steps = fate.steps

    async def _live(self, database: Database) -> None:
        chat = await Chat.open(database)
        self.sent = chat.channels[Via.BOT].sent
        await chat.core.inbox.take(chat.incoming(self.who, WORDS, key=self.key))
        self.acknowledged = True
        await chat.core.settled()

    async def live_on(self) -> None:
        """Another process, when the first one's lease has run out; who got no acknowledgement says it again."""
        database = await Database.open(self.url)
        await database.execute("DELETE FROM process")
        chat = await Chat.open(database)
        if not self.acknowledged:
            await chat.say(self.who, WORDS, key=self.key)
        await chat.core.look()
        await chat.core.settled()
        self.sent = [*self.sent, *chat.channels[Via.BOT].sent]
        await chat.close()
        await database.close()

    async def books(self) -> tuple[list[str], list[str], int]:
        """States of the message and of its answers, and how many different answers were seen."""
        database = await Database.open(self.url)
        messages = await database.fetch("SELECT state FROM inbox WHERE key = ?1", self.key)
        answers = await database.fetch("SELECT id, state FROM outbox WHERE cause = ?1", self.key)
        await database.close()
        seen = {parcel.id for parcel in self.sent} & {row["id"] for row in answers}
        return [row["state"] for row in messages], [row["state"] for row in answers], len(seen)


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.soak)])
async def test_killed_at_any_statement(postgres_server: str, postgres_template: str, every: int) -> None:
    """The answer is a stream's frame, which replaces itself: it is sent until it is known to be there."""
    async with fresh(postgres_server, template=postgres_template) as url:
        undisturbed = Life(url, "test:0", PEOPLE[0])
        await undisturbed.live(dies_at=NEVER)
        assert undisturbed.steps > MANY
        for step in range(1, undisturbed.steps + 1, every):
            life = Life(url, f"test:{step}", PEOPLE[step % len(PEOPLE)])
            await life.live(dies_at=step)
            await life.live_on()
            assert await life.books() == (["done"], ["done"], 1), f"killed at step {step}"
