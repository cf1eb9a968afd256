"""When a job falls due: as planned, or earlier where something wishes it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.storage.engine.database import Database
from bot.storage.queues.jobs import JobTable

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVENING = NOON + timedelta(hours=8)
jobs = JobTable()


async def due(name: str = "errands") -> datetime:
    return (await jobs.due_times())[name]


async def test_a_wish_brings_it_forward_and_never_puts_it_off(database: Database) -> None:
    await jobs.plan("errands", EVENING)
    await jobs.hasten("errands", EVENING + timedelta(days=1))
    assert await due() == EVENING
    await jobs.hasten("errands", NOON)
    assert await due() == NOON


async def test_a_job_that_nobody_planned_is_not_due(database: Database) -> None:
    await jobs.hasten("unknown", NOON)
    assert await jobs.due_times() == {}


async def test_what_is_planned_stays_but_for_who_plans_at_latest(database: Database) -> None:
    await jobs.plan("errands", EVENING)
    await jobs.plan("errands", NOON)
    assert await due() == EVENING
    await jobs.plan_at_latest({"errands": NOON})
    assert await due() == NOON


async def test_all_that_was_wished_by_then_is_taken_once(database: Database) -> None:
    await jobs.plan("errands", EVENING)
    for minutes in (0, 0, 5, -5):
        await jobs.hasten("errands", NOON + timedelta(minutes=minutes))
    wishes = await jobs.wishes("errands", NOON)
    assert await jobs.claim("errands", NOON, EVENING, wishes)
    assert not await jobs.claim("errands", NOON, EVENING, wishes)
    assert await due() == NOON + timedelta(minutes=5)


async def test_a_wish_that_is_written_after_the_job_began_to_read_is_for_another_run(database: Database) -> None:
    await jobs.plan("errands", EVENING)
    await jobs.hasten("errands", NOON)
    wishes = await jobs.wishes("errands", NOON)
    await jobs.hasten("errands", NOON - timedelta(minutes=1))
    assert await jobs.claim("errands", NOON, EVENING, wishes)
    assert await due() == NOON - timedelta(minutes=1)


async def test_of_two_who_claim_a_planned_time_one_gets_it(database: Database) -> None:
    await jobs.plan("errands", NOON)
    assert await jobs.claim("errands", NOON, EVENING)
    assert not await jobs.claim("errands", NOON, EVENING)
    assert await due() == EVENING


@pytest.mark.postgres
async def test_nobody_waits_to_wish_while_the_job_is_at_work_and_the_wish_is_not_lost(postgres: Database) -> None:
    await jobs.plan("errands", NOON)
    at_work, may_end = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await jobs.claim("errands", NOON, EVENING)
        at_work.set()
        await may_end.wait()

    running = asyncio.ensure_future(postgres.transact(work))
    await at_work.wait()
    await asyncio.wait_for(postgres.transact(lambda: jobs.hasten("errands", NOON)), 5)
    may_end.set()
    await running
    assert await due() == NOON
