"""What every test may ask for: a database in memory, and a chat with the bot on it."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database
from tests.chat import Chat


@pytest.fixture
async def database() -> AsyncIterator[Database]:
    database = await Database.open("sqlite://:memory:")
    await database.create_schema()
    yield database
    await database.close()


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database)
    yield chat
    await chat.close()
