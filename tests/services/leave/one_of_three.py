"""One process of the bot that says lines when it is told to: `python -m tests.services.leave.one_of_three URL`.

It writes `ready`, then `done` for each line `王强> /同意申请 …` that it read and that has had its effect.
"""

import asyncio
import sys

from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.leave.desk import book


async def main(url: str) -> None:
    database = await Database.open(url)
    chat = await Chat.open(database, jobs=(), commands=book())
    say("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        name, _, words = line.strip().partition("> ")
        await chat.say(name, words)
        say("done")
    await chat.close()
    await database.close()


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
