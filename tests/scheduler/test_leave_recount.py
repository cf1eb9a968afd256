"""It has nothing to say where nothing changed."""

from bot.storage.engine.database import Database
from scheduler.leave_recount import recount
from tests.chat import Chat


async def test_a_quiet_night(database: Database) -> None:
    chat = await Chat.open(database, jobs=(recount,))
    await chat.play("⏰ 2026-11-24 08:00")
    await chat.close()
