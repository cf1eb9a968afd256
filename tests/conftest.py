"""What every test may ask for: a database in memory, one on PostgreSQL, and a chat with the bot on the first."""

import gc
import os
from collections.abc import AsyncIterator, Iterator, Sequence

import pytest
import structlog
from hypothesis import settings

from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.in_memory import in_memory
from tests.postgres import Emptied, aside, make_template, server

settings.register_profile("any machine", deadline=None)  # by the wall clock, a busy machine would be a finding
settings.load_profile("any machine")


def pytest_xdist_auto_num_workers() -> int:
    """More than there are cores: a fifth of the time a test waits for a process that it started, or for a server."""
    cores = os.cpu_count() or 1
    return cores + (cores + 1) // 2


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the garbage collector needn't look through it again and again."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Where `rich` is installed, structlog draws each traceback with all that its frames hold: seconds for one line."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    *others, _ = structlog.get_config()["processors"]
    structlog.configure(processors=[*others, plain])


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await in_memory()
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    return aside(make_template(postgres_server))


@pytest.fixture(scope="session")
def emptied(postgres_server: str, postgres_template: str) -> Iterator[Emptied]:
    databases = Emptied(postgres_server, postgres_template)
    yield databases
    aside(databases.drop())


@pytest.fixture
async def postgres(emptied: Emptied) -> AsyncIterator[Database]:
    async with emptied.one() as url:
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
