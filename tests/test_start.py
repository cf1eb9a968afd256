"""What a start has done at once is done, also where the database goes in its midst."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.app import AT_THE_START, _hastening
from bot.storage.queues.jobs import JobTable
from tests.chat import StoppedClock

CLOCK = StoppedClock(datetime(2026, 11, 22, 10, tzinfo=UTC))


class Jobs(JobTable):
    def __init__(self, *errors: Exception) -> None:
        self.errors, self.hastened = list(errors), list[str]()

    async def hasten(self, name: str, due_at: datetime) -> None:
        if self.errors:
            raise self.errors.pop(0)
        self.hastened.append(name)


async def test_it_goes_on_and_is_made_up_for_once_the_database_is_back() -> None:
    jobs = Jobs(ConnectionResetError(), TimeoutError(), ConnectionRefusedError())
    async with _hastening(jobs, CLOCK, again_after=0.002), asyncio.timeout(2):
        while jobs.hastened != list(AT_THE_START):  # noqa: ASYNC110 - nobody rings
            await asyncio.sleep(0.002)


async def test_who_stops_meanwhile_waits_for_nothing() -> None:
    async with asyncio.timeout(1), _hastening(Jobs(*[ConnectionResetError()] * 9), CLOCK, again_after=60):
        pass


async def test_a_mistake_of_ours_ends_the_start() -> None:
    with pytest.raises(KeyError):
        async with _hastening(Jobs(KeyError("x")), CLOCK):
            pass
