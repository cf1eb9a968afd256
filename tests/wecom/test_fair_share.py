"""One sender's flood is bounded, and costs nobody else his place."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.identifiers import UserId
from bot.wecom.fair_share import A_MINUTE, AN_HOUR, AT_ONCE, OF_ONE, FairShare, TooManyError

LIN, WANG = UserId("lin"), UserId("wang")


class Watch:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def taken(share: FairShare, user: UserId, times: int = 1) -> None:
    for _ in range(times):
        async with share.of(user):
            pass


async def test_of_a_minute_and_of_an_hour() -> None:
    watch = Watch()
    share = FairShare(watch)
    for minute in range(AN_HOUR // A_MINUTE):
        watch.seconds = minute * 60.0
        await taken(share, LIN, A_MINUTE)
        with pytest.raises(TooManyError):
            await taken(share, LIN)
    watch.seconds += 61
    with pytest.raises(TooManyError):
        await taken(share, LIN)
    await taken(share, WANG)
    watch.seconds = 3600.0
    await taken(share, LIN, A_MINUTE)


async def test_somebody_elses_slow_pictures_leave_a_place_free() -> None:
    share = FairShare()
    async with AsyncExitStack() as held, asyncio.timeout(1):
        for _ in range(OF_ONE):
            await held.enter_async_context(share.of(LIN))
        more = asyncio.create_task(taken(share, LIN))
        await taken(share, WANG, 2)
        assert not more.done()
    await more


async def test_there_is_an_end_over_all() -> None:
    share = FairShare()
    async with AsyncExitStack() as held:
        for number in range(AT_ONCE):
            await held.enter_async_context(share.of(UserId(f"u{number}")))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await taken(share, LIN)
