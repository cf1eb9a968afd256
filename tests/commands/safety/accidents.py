"""An accident that has just been reported, told to nobody yet but by the case's own job."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.shapes.job import Job
from scheduler.accident_clock import look
from tests.chat import Chat

NUMBER = "SG-20261122-001"
JOBS: Sequence[Job] = [look]


async def reported(chat: Chat, words: str = "3号车间有人被机器夹住了！！快", *, name: str = "张三") -> None:
    """At ten; the cards that are issued at once are out."""
    await chat.say(name, words)
    await chat.core.settle()
    chat.said()


async def later(chat: Chat, *, minutes: int = 0, until: str = "") -> list[str]:
    """What is said until then: `陈安：…`."""
    zone = chat.clock.time.tzinfo
    then = chat.clock.time + timedelta(minutes=minutes)
    await chat.advance(datetime.fromisoformat(until).replace(tzinfo=zone) if until else then)
    return [f"{line.to}：{line.words}" for line in chat.said()]


async def answered(chat: Chat, name: str, words: str) -> str:
    """What the bot answers; what it tells others is thrown away."""
    await chat.say(name, words)
    (answer,) = [line.words for line in chat.said() if line.to is None]
    return answer
