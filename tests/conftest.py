"""What every test may ask for: a database in memory, and a chat with the bot on it."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.database import Database
from tests.chat import Chat


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open("sqlite://:memory:")
    await database.create_schema()
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
