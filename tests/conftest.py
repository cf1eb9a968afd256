"""What every test may ask for: a database in memory, one on PostgreSQL, and a chat with the bot on the first."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator, Sequence

import pytest
import structlog
from hypothesis import settings

from bot.shapes.job import Job
from bot.storage.database import Database
from tests.chat import Chat
from tests.postgres import fresh, make_template, server

settings.register_profile("any machine", deadline=None)  # by the wall clock, a busy machine would be a finding
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Where `rich` is installed, structlog draws each traceback with all that its frames hold: seconds for one line."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    *others, _ = structlog.get_config()["processors"]
    structlog.configure(processors=[*others, plain])


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open("sqlite://:memory:")
    await database.create_schema()
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """In a thread of its own, since the test that asks first may have a loop running."""
    made: list[str] = []
    thread = threading.Thread(target=lambda: made.append(asyncio.run(make_template(postgres_server))))
    thread.start()
    thread.join()
    return made[0]


@pytest.fixture
async def postgres(postgres_server: str, postgres_template: str) -> AsyncIterator[Database]:
    async with fresh(postgres_server, template=postgres_template) as url:
        database = await Database.open(url)
        yield database
        await database.close()


@pytest.fixture
def jobs() -> Sequence[Job] | None:
    """The jobs that run; None: all. A file whose chats pass a job's hour names its job here: a new one is not to speak
    into the chats of another."""
    return None


@pytest.fixture
async def chat(database: Database, jobs: Sequence[Job] | None) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs)
    yield chat
    await chat.close()
