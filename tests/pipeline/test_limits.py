"""WeCom drops what exceeds its limits without a word; so it waits here, and travels in time with the clock."""

import asyncio
from datetime import timedelta

from bot.shapes.incoming import Via
from tests.chat import Chat


async def test_what_a_limit_holds_falls_due_when_the_clock_is_moved(chat: Chat) -> None:
    began = chat.clock.now()
    await asyncio.gather(*(chat.core.inbox.take(chat.incoming("张三", f"/某{number}")) for number in range(60)))
    await chat.core.settled()
    sent = chat.channels[Via.BOT].sent
    assert len(sent) == 27
    await chat.advance(began + timedelta(minutes=2))
    assert len(sent) == 54
    await chat.advance(began + timedelta(minutes=3))
    assert len(sent) == 60


async def test_moving_far_ahead_goes_from_one_due_time_to_the_next(chat: Chat) -> None:
    await asyncio.gather(*(chat.core.inbox.take(chat.incoming("张三", f"/某{number}")) for number in range(60)))
    await chat.core.settled()
    await chat.advance(chat.clock.now() + timedelta(days=1))
    assert len(chat.channels[Via.BOT].sent) == 60
