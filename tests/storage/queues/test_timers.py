"""A timer rings once, and may be moved and called off while it waits."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.timers import Timer
from bot.storage.queues.timers import TimerTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
JOB = "accident-clock"

pytestmark = pytest.mark.usefixtures("database")


def after(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


async def due(table: TimerTable, minutes: int) -> list[list[str]]:
    found = await table.due(JOB, after(minutes), subjects=10)
    return [[f"{timer.subject} {timer.kind}" for timer in timers] for timers in found]


async def test_what_is_due_comes_by_subject_the_longest_due_first() -> None:
    table = TimerTable()
    for subject, kind, minutes in (("SG-2", "30", 30), ("SG-1", "45", 45), ("SG-1", "20", 20), ("SG-3", "60", 60)):
        await table.set(JOB, subject, kind, after(minutes))
    await table.set("another-job", "SG-1", "10", after(10))
    assert await due(table, 19) == []
    assert await due(table, 50) == [["SG-1 20", "SG-1 45"], ["SG-2 30"]]
    assert len(await table.due(JOB, after(50), subjects=1)) == 1
    assert await table.next_due(JOB) == after(20)


async def test_it_rings_once_ever() -> None:
    table = TimerTable()
    await table.set(JOB, "SG-1", "30", after(30))
    await table.set(JOB, "SG-2", "30", after(30))
    timers = [timer for case in await table.due(JOB, after(30), subjects=9) for timer in case]
    assert await table.settle(timers[:1], after(31)) == 1
    assert await table.settle(timers, after(32)) == 1, "the other one"
    assert not await table.set(JOB, "SG-1", "30", after(90))
    assert await due(table, 100) == []
    assert [each.rung for each in await table.of(JOB, "SG-1")] == [after(31)]


async def test_one_that_waits_is_moved() -> None:
    table = TimerTable()
    await table.set(JOB, "SG-1", "30", after(30))
    before = await table.of(JOB, "SG-1")
    assert await table.set(JOB, "SG-1", "30", after(40))
    assert await due(table, 35) == []
    assert not await table.settle(before, after(40)), "that one was moved meanwhile"
    assert await due(table, 40) == [["SG-1 30"]]


async def test_what_waits_is_called_off_all_of_it_or_some_kinds() -> None:
    table = TimerTable()
    for kind in ("30", "45", "55"):
        await table.set(JOB, "SG-1", kind, after(int(kind)))
    await table.call_off(JOB, "SG-1", ["45"], NOW)
    assert await due(table, 60) == [["SG-1 30", "SG-1 55"]]
    await table.call_off(JOB, "SG-1", None, NOW)
    await table.call_off(JOB, "SG-2", None, NOW)
    assert (await due(table, 60), await table.next_due(JOB)) == ([], None)
    assert not any(timer.waits for timer in await table.of(JOB, "SG-1"))


async def test_what_failed_is_put_off_and_keeps_its_moment() -> None:
    table = TimerTable()
    await table.set(JOB, "SG-1", "30", after(30))
    await table.put_off([Timer(JOB, "SG-1", "30", after(30))], after(33))
    assert (await due(table, 32), await due(table, 33)) == ([], [["SG-1 30"]])
    assert [timer.due for timer in await table.of(JOB, "SG-1")] == [after(30)]
    await table.set(JOB, "SG-1", "30", after(50))
    await table.put_off([Timer(JOB, "SG-1", "30", after(30))], after(34))
    assert await due(table, 49) == [], "it was moved beyond that"
